import Testing

@testable import Client

/// What terminals type when a file is dropped on them.
struct DroppedPathTests {
  @Test(arguments: [
    ("/home/vera/a.png", ["/home/vera/a.png"]),
    ("  /a.png \n", ["/a.png"]),
    ("'/a b.png' ", ["'/a b.png'", "/a b.png"]),
    ("\"/a b.png\"", ["\"/a b.png\"", "/a b.png"]),
    ("/a\\ b\\(1\\).png", ["/a\\ b\\(1\\).png", "/a b(1).png"]),
    ("'/it'\\''s.png'", ["'/it'\\''s.png'", "/it's.png"]),
    ("\"/a\\$b\\\\c\\d.png\"", ["\"/a\\$b\\\\c\\d.png\"", "/a$b\\c\\d.png"]),
    ("file:///a%20b.png", ["file:///a%20b.png", "/a b.png"]),
    ("FILE://localhost/a.png", ["FILE://localhost/a.png", "/a.png"]),
    ("file:///%D1%87.png", ["file:///%D1%87.png", "/ч.png"]),
    // As it stands, a name may hold all of these.
    ("/a b.png", ["/a b.png"]), ("'/a.png", ["'/a.png"]),
    ("/50%.png", ["/50%.png"]), ("file:///a%zz", ["file:///a%zz"]),
    ("file:///a%00b", ["file:///a%00b"]), ("file:///%ff", ["file:///%ff"]),
    ("'/a' '/b'", ["'/a' '/b'"]), ("", []), ("''", ["''"]), ("~/a.png", ["~/a.png"]),
  ])
  func `a path is read with and without what was put around it`(
    typed: String, readings: [String]
  ) {
    #expect(DroppedPath.readings(of: typed) == readings)
  }
}
