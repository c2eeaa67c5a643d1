import ContentFiles
import Testing

@Test func `files are found by their ending`() {
  #expect(ContentFile.suffix == ".yaml")
}
