import Loyalty
import Testing

@testable import Client

struct FoldersTests {
  private func folders(_ environment: [String: String], registered: String? = nil) -> Folders {
    Folders(environment: { environment[$0] }, registered: { registered })
  }

  @Test(arguments: [nil, "", ".", "home/anna", "~"])
  func `without a whole path in HOME the user database tells the home`(home: String?) {
    let found = folders(["HOME": home].compactMapValues(\.self), registered: "/home/anna")
    #expect(found == folders(["HOME": "/home/anna"]))
    #expect(found.data == "/home/anna/.local/share/loyalhub")
    #expect(found.problem == nil)
  }

  @Test(arguments: [nil, "", "nowhere"])
  func `without any home nothing can be kept, least of all in the current folder`(
    registered: String?
  ) {
    let found = folders(["HOME": "."], registered: registered)
    #expect(found.problem == .noHome)
    #expect(found.home == nil)
    for folder in [found.config, found.data, found.state] {
      #expect(folder.hasPrefix("/dev/null/"))
    }
    #expect(throws: StorageProblem.self) { try Folders.make(found.data) }
    #expect(found.expanded("~/a") == "~/a")
  }

  @Test(arguments: ["", "data", "./data", "~/data"])
  func `folders that are no whole paths are ignored`(path: String) {
    let found = folders([
      "HOME": "/home/anna", "XDG_DATA_HOME": path, "XDG_CONFIG_HOME": path, "XDG_STATE_HOME": path,
    ])
    #expect(found == folders(["HOME": "/home/anna"]))
  }

  @Test func `folders of their own need no home`() {
    let found = folders([
      "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s",
    ])
    #expect(found.problem == nil)
    #expect(found.data == "/d/loyalhub")
  }

  @Test func `this machine knows the home of whoever runs this`() {
    #expect(Folders.registeredHome?.hasPrefix("/") == true)
  }
}
