public import Content
public import Loyalty

/// Somebody else who has the screen open.
public struct Colleague: Equatable, Sendable {
  public var name: String
  /// Where they are in it, as far as they have said.
  public var block: Block.ID?

  public init(name: String, block: Block.ID? = nil) {
    self.name = name
    self.block = block
  }
}

/// What others do to the screen while it is open here.
extension State {
  /// Seconds between two words to the server that the screen is open.
  private static let presenceInterval: Int64 = 15

  /// When the server has to hear again that the screen is open.
  var presenceDeadline: Instant? { editor?.announceAt }

  mutating func announce() -> [Effect] {
    guard let editor else { return [] }
    self.editor?.announceAt = now.adding(seconds: State.presenceInterval)
    if network.isAway { return [] }
    return [.ask(.editor(.announce(editor.base.id, at: editor.selected)))]
  }

  mutating func passPresenceDeadline() -> [Effect] {
    guard let deadline = presenceDeadline, deadline <= now else { return [] }
    return announce()
  }

  /// Others are here; another tag says that one of them has saved.
  mutating func meet(_ others: [Colleague], in id: Screen.ID, etag: String) -> [Effect] {
    guard let editor, editor.base.id == id else { return [] }
    self.editor?.colleagues = others
    guard etag != editor.base.etag, !editor.isSaving, editor.conflict == nil,
      etag != editor.contested?.etag
    else { return [] }
    return [.ask(.editor(.refresh(editor.base.id)))]
  }

  /// What others have saved comes into what is edited here, when both can stand.
  mutating func takeNews(_ theirs: Screen) -> [Effect] {
    guard let editor, editor.base.id == theirs.id, !editor.isSaving, editor.conflict == nil,
      theirs.etag != editor.base.etag
    else { return [] }
    let merge = ScreenMerge(base: editor.base, mine: editor.screen, theirs: theirs)
    guard merge.conflicts.isEmpty else {
      self.editor?.contested = theirs
      toast(phrases.say(.editorContested, ["name": theirs.savedBy]))
      return []
    }
    let isSame = theirs.hasSameContent(as: editor.base)
    self.editor?.adopt(merge.screen, over: theirs, others: (editor.base, theirs), at: now)
    if !isSame { toast(phrases.say(.editorNews, ["name": theirs.savedBy])) }
    keepEditorVisible()
    guard self.editor?.isDirty == false else { return keepDraft() }
    self.editor?.keeping.pendingSince = nil
    return [.keep(.editor(.forget(theirs.id)))]
  }

  /// "Вера Ким is here".
  var presenceWords: String {
    guard let editor, !editor.colleagues.isEmpty else { return "" }
    var names: [String] = []
    for colleague in editor.colleagues where !names.contains(colleague.name) {
      names.append(colleague.name)
    }
    let shown = names.prefix(2).map { cleaned($0, limit: 30) }.joined(separator: ", ")
    let rest = names.count > 2 ? " +\(names.count - 2)" : ""
    return "✎ \(shown)\(rest)"
  }
}

extension Screen {
  fileprivate var savedBy: String { cleaned(updatedBy?.name ?? "", limit: 60) }
}

extension Phrase {
  static let editorNews = Phrase(
    en: "{name} has saved; the changes are here now",
    ru: "{name}: изменения сохранены и уже здесь")
  static let editorContestedShort = Phrase(en: "conflict ahead", ru: "будет конфликт")
  static let editorContested = Phrase(
    en: "{name} has changed the same block; saving will ask which counts",
    ru: "{name}: изменён тот же блок, при сохранении спросим, что оставить")
}
