import Cells
import Content
import Loyalty

/// What stands in the sheet of a picture, and in its block afterwards.
extension State {
  func pictureForm(of block: Block) -> Form {
    let picture = block[Block.picturePath]
    let alt = LocalizedText(block[["props", "alt"]])
    let focus = PictureFocus(picture?["focus"])
    let places = PictureFocus.places + (PictureFocus.places.contains(focus) ? [] : [focus])
    let words = altLanguages(of: alt).map { language in
      Form.Field(
        .pictureAlt(language), Phrase(en: "In words · \(language)", ru: "Описание · \(language)"),
        alt.values[language] ?? "", limit: ContentLimits.line)
    }
    return Form(
      on: .editor(.picture),
      [
        Form.Field(
          .picturePath, .picturePath, limit: 1000, placeholder: .picturePathHint),
        Form.Field(
          .pictureFit, .pictureFit,
          choices: [
            .init(value: Picture.Fit.cover.rawValue, title: .phrase(.pictureCover)),
            .init(value: Picture.Fit.contain.rawValue, title: .phrase(.pictureContain)),
          ], selected: picture?["fit"]?.string),
        Form.Field(
          .pictureFocus, .pictureFocus, choices: places.map(\.choice), selected: focus.name),
      ] + words, submit: .editor(.picture(.submit)), title: .pictureUse)
  }

  /// The program's, then those that the words are in besides.
  private func altLanguages(of alt: LocalizedText) -> [String] {
    let configured = contentLanguages.map(\.rawValue)
    return configured + alt.values.keys.filter { !configured.contains($0) }.sorted()
  }

  /// Puts what stands in the sheet into the block, in one step that can be taken back.
  ///
  /// - Parameter file: what the server has now; `nil` leaves the picture as it is.
  mutating func finishPicture(_ file: PictureFile?) -> [Effect] {
    guard let form, form.sheet == .editor(.picture), let choice = editor?.pictureChoice else {
      return []
    }
    let place = editor?.screen.blocks.firstIndex { $0.id == choice.block }
    closePicture()
    guard let place else {
      toast(phrases.say(.pictureBlockGone), isError: true)
      return []
    }
    let words = form.fields.compactMap { field in
      field.id.pictureLanguage.map { ($0, form[field.id]) }
    }
    editor?.change(at: now) { screen in
      var picture = screen.blocks[place][Block.picturePath] ?? .object([:])
      if picture.object == nil { picture = .object([:]) }
      if let file { picture["sha256"] = .string(file.sha256) }
      let fit = form[.pictureFit]
      picture["fit"] = fit == Picture.Fit.cover.rawValue ? nil : .string(fit)
      picture["focus"] = PictureFocus(name: form[.pictureFocus]).value
      screen.blocks[place][Block.picturePath] = picture
      for (language, text) in words {
        screen.blocks[place][["props", "alt", language]] = text.isEmpty ? nil : .string(text)
      }
    }
    if let file {
      pictures.forgetFailure(of: file.sha256)
      toast(phrases.say(.pictureStored, ["name": file.name]))
    }
    keepEditorVisible()
    return []
  }

  /// Takes the picture out of the selected block.
  mutating func removePicture() {
    let row = (editor?.selection ?? 0) - 1
    guard editor?.block?[Block.picturePath] != nil else { return }
    closePicture()
    editor?.change(at: now) { $0.blocks[row][Block.picturePath] = nil }
    toast(phrases.say(keyed: .editorDeleted))
  }

  private mutating func closePicture() {
    sheets.removeAll { $0 == .editor(.picture) }
    editor?.pictureChoice = nil
    focus = nil
  }

  /// What a person reads of the picture of a block: the file's name where it came from here.
  func words(forPicture value: JSONValue?) -> String {
    guard let value, let digest = value["sha256"]?.string, !digest.isEmpty else { return "" }
    let name =
      editor?.pictureFiles[digest].map { "\($0.name), \(phrases.words(for: $0))" }
      ?? phrases.say(.pictureUnnamed, ["digest": cleaned(String(digest.prefix(6)), limit: 6)])
    var parts = [name]
    if value["fit"]?.string == Picture.Fit.contain.rawValue {
      parts.append(phrases.say(.pictureContain))
    }
    if value["focus"]?.object != nil {
      parts.append(say(PictureFocus(value["focus"]).choice.title))
    }
    return parts.joined(separator: ", ")
  }
}

extension Element.ID {
  static let picturePath: Element.ID = "picture.path"
  static let pictureFit: Element.ID = "picture.fit"
  static let pictureFocus: Element.ID = "picture.focus"
  private static let alt = "picture.alt."

  static func pictureAlt(_ language: String) -> Element.ID { .init(rawValue: alt + language) }

  /// The language of the words that are typed there.
  fileprivate var pictureLanguage: String? {
    rawValue.hasPrefix(Self.alt) ? String(rawValue.dropFirst(Self.alt.count)) : nil
  }
}
