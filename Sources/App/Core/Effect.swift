public import Loyalty

/// What `update` asks the shell to do; the answers come back as events.
public enum Effect: Equatable, Sendable {
  case screen(ScreenEffect)
  case load(Load)
  /// The same away from the screen: nobody waits for it, and it never holds up a key.
  case reload(Load)
  case keep(Change)
  case ask(ServerRequest)
  /// Listen to what changes on the server, in place of who listened before.
  case follow
  case unfollow
  /// Hand an event back after whatever waits: a long work in small steps.
  indirect case later(Event)
  /// The wallet is neither the server's nor in the local store.
  case wallet(WalletEffect)
  case picture(PictureFileEffect)
  /// Make a file of what is kept here; the answer is an event.
  case save(FileToSave)
  /// What stands beside the account on the screen.
  case accounts(AccountsEffect)
  /// All that is kept on this machine.
  case forgetting(ForgettingEffect)
}

/// What only the one who owns the screen can do.
public enum ScreenEffect: Equatable, Sendable {
  case quit
  case suspend
  case redraw
  /// Put a text on the clipboard, if there is one.
  case copy(String)
  /// Let the person change a text in their own editor; the answer is an event.
  case writeOutside(String)
}

/// What is written into the local store; what the server has to hear waits there in the outbox.
public enum Change: Equatable, Sendable {
  case inbox(InboxChange)
  case profile(ProfilePatch)
  /// All or none of them.
  case consents([Consent.Change])
  case wish(Wishes.Change)
  case shopsOrigin(ShopsOrigin)
  case introSeen
  case editor(EditorChange)
}
