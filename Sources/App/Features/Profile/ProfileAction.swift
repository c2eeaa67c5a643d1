/// What a person can ask of profile.
public enum ProfileAction: Equatable, Sendable {
  case show
  case open(row: Int)
  case edit
  case save
  case showExport
  case export
  case showDeletion
  case deleteAccount
}

extension ProfileAction {
  var access: Access {
    switch self {
    case .show, .open, .edit, .save, .showExport, .showDeletion: .member
    case .export: .member.needing(server: .exportOffline)
    case .deleteAccount: .member.needing(server: .deletionOffline)
    }
  }
}
