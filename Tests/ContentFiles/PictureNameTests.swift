import Content
import ContentFiles
import Loyalty
import Testing
import YAML

/// Pictures in files: names on this side, digests on the other.
@Suite struct PictureNameTests {
  private static let digest = String(repeating: "0f", count: 32)

  private func file(_ picture: String) throws -> ContentFile {
    let text = """
      slug: about
      title:
        en: About
      blocks:
        - id: a
          type: image
          props:
            alt:
              en: A cup
            picture: \(picture)
      """
    var file = try ContentFile(Array(text.utf8), file: "about.yaml")
    try file.resolvePictures { (name, mark) throws(YAMLError) in
      guard name == "cup.png" else { throw YAMLError(en: "no", ru: "нет", at: mark) }
      return Self.digest
    }
    return file
  }

  @Test(arguments: [
    "cup.png", "{file: cup.png, fit: contain, focus: {x: 10, y: 90}}", "{file: cup.png, glow: 1}",
  ])
  func `a name becomes a digest, and the same name again`(written: String) throws {
    let screen = try file(written).screen
    #expect(screen.pictures == [Self.digest])
    let text = ContentFile.text(of: screen, pictures: [Self.digest: "cup.png"])
    #expect(text.contains("cup.png") && !text.contains(Self.digest))
    var again = try ContentFile(Array(text.utf8), file: "about.yaml")
    try again.resolvePictures { (_, _) throws(YAMLError) in Self.digest }
    #expect(again.screen == screen)
    #expect(ContentFile.text(of: screen).contains(Self.digest))
  }

  @Test func `a digest stays one, and a name that is none is told where it stands`() throws {
    #expect(try file("{sha256: '\(Self.digest)'}").screen.pictures == [Self.digest])
    for written in ["mug.png", "{fit: cover, file: mug.png}"] {
      let error = #expect(throws: YAMLError.self) { try file(written) }
      #expect(error?.mark.line == 10)
    }
  }

  @Test func `a finding about a picture is told where its name stands`() throws {
    let file = try file("cup.png")
    let finding = Finding(
      code: .missingPicture, severity: .error, index: 0, path: Block.picturePath)
    #expect(file.mark(of: finding)?.line == 10)
  }
}
