public import LocalStore
public import Loyalty
import Synchronization
public import Transport

/// Brings the server's data into the local store, in the name of the member who is signed in.
///
/// It shows nothing and returns no data of a member: callers read the store afterwards. Until the
/// first call that says so it neither asks the network nor writes to the disk.
public final class SyncEngine: Sendable {
  let store: LocalStore
  let sessions: SessionFile
  let environment: SyncEnvironment
  let client: APIClient
  /// Held while a member's data are written or wiped, so that no late answer outlives a logout.
  let writing = Mutex(())
  /// Keys of attempts to redeem that nobody knows the end of.
  let openAttempts = Mutex([RedeemAttempt: String]())
  /// The same for all else that must not be done twice, by what it is.
  let openKeys = Mutex([String: String]())
  let followed = Mutex(Followed())
  let arrivals = Mutex(Arrivals())

  public init(
    transport: any Transport, store: LocalStore, sessions: SessionFile,
    environment: SyncEnvironment, version: Version = SyncEngine.version
  ) {
    self.store = store
    self.sessions = sessions
    self.environment = environment
    let sender = RetryingSender(
      transport: transport, environment: environment, version: version.description)
    client = APIClient(sender: sender, keeper: SessionKeeper(file: sessions, sender: sender))
  }

  /// What this client tells the server about itself.
  public static let version = Version(0, 1, 0)

  /// Tells the session that is open now from each other one; `nil` when there is none, or it cannot
  /// be read.
  public var sessionName: String? {
    do throws(SyncFailure) {
      return try sessions.found()?.family
    } catch {
      // A pull says what is wrong with the file.
      return nil
    }
  }

  /// Whether somebody is signed in on this machine, as far as the disk knows.
  public var isSignedIn: Bool {
    do throws(SyncFailure) {
      return try sessions.found() != nil
    } catch {
      // A file that cannot be read signs nobody in; the first pull says what is wrong with it.
      return false
    }
  }
}
