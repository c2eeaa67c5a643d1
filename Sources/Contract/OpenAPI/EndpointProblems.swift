extension Endpoint {
  /// Every problem that it can answer with.
  var problems: [Problem.Code] {
    var codes: [Problem.Code] = [
      .internalError, .storageUnavailable, .busy, .maintenance, .clientTooOld, .bodyTooLarge,
      .targetTooLong, .fieldsTooLarge, .badRequest,
    ]
    if body != nil { codes.append(.validationFailed) }
    if needs.contains(.key) {
      codes += [.idempotencyRequired, .idempotencyMismatch, .inProgress]
    }
    if needs.contains(.ifMatch) { codes += [.preconditionRequired, .editConflict] }
    if access != .everybody { codes += [.unauthenticated, .forbidden] }
    if feature != nil { codes.append(.notFound) }
    // A name that is longer than any of ours, or the name of nothing.
    if pathParameter != nil { codes.append(.notFound) }
    codes += ownProblems
    return Problem.Code.all.filter(codes.contains)
  }
}
