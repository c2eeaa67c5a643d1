public import Content
public import Loyalty

/// What the commands of content files say.
extension Phrasebook {
  public func words(for step: ContentStep) -> String {
    let values = ["screen": step.slug]
    return switch step.kind {
    case .written: say(.contentWritten, values)
    case .merged: say(.contentMerged, values)
    case .kept: say(.contentKept, values)
    case .gone: say(.contentGone, values)
    case .created: say(.contentCreated, values)
    case .saved(let revision):
      say(.contentSaved, ["screen": step.slug, "revision": String(revision)])
    case .published: say(.contentPublished, values)
    case .held: words(held: [step.slug])
    case .picture(let name, let bytes, let isNew):
      say(
        isNew ? .contentPictureSent : .contentPictureKnown,
        ["name": cleaned(name, limit: 80), "size": size(bytes)])
    }
  }

  /// A headline and the lines of what would change.
  public func lines(for change: ContentChange) -> [String] {
    ([say(change.isNew ? .contentNew : .contentChange, ["screen": change.slug])]
      + change.lines.map { "  \($0.printed)" }).map { cleaned($0, limit: 10_000) }
  }

  public func line(for finding: FileFinding) -> String {
    let mark = finding.finding.severity == .error ? Phrase.contentError : .contentWarning
    let place = cleaned(finding.place, limit: 500)
    return "\(place): \(say(mark)): \(finding.finding.words(in: language))"
  }

  public func lines(for failure: ContentFailure) -> [String] {
    switch failure {
    case .files(let problems): problems.map { words(for: $0) }
    case .offline(let cause): [words(for: cause)]
    case .notAllowed(let words): [words.isEmpty ? say(.contentSignIn) : words]
    case .refused(let words): words.split(separator: "\n").map(String.init)
    case .garbled: [words(for: .garbled, again: .never)]
    case .storage(let problem): [words(for: problem)]
    case .local(let fault): [words(for: .local(fault), again: .never)]
    case .findings(let findings): findings.map { line(for: $0) }
    case .unknown(let name, nil): [say(.contentUnknown, ["name": name])]
    case .unknown(let name, let nearest?):
      [say(.contentUnknown, ["name": name]) + " " + say(.contentNearest, ["name": nearest])]
    case .noRevision(let name, let number):
      [say(.contentNoRevision, ["name": name, "revision": String(number)])]
    case .conflicts(let conflicts):
      conflicts.sorted { $0.key < $1.key }.flatMap { slug, list in
        [say(.contentConflict, ["screen": slug])] + list.flatMap { lines(for: $0) }
      } + [say(.contentConflictHint)]
    }
  }

  public func words(for problem: FileProblem) -> String {
    switch problem {
    case .storage(let problem): words(for: problem)
    case .wrong, .sameSlug, .state: "\(problem.place): \(message(for: problem))"
    }
  }

  /// The same without the place.
  public func message(for problem: FileProblem) -> String {
    switch problem {
    case .wrong(_, let english, let russian): language == .russian ? russian : english
    case .storage(let problem): reason(of: problem)
    case .sameSlug(let slug, _, let other):
      say(.contentSameSlug, ["slug": slug, "other": other])
    case .state: say(.contentBadState)
    }
  }

  /// Base, mine and theirs, one below the other.
  private func lines(for conflict: EditConflict) -> [String] {
    let name =
      switch conflict.place {
      case .block(let id): "\(conflict.mine?["type"]?.string ?? "") \(id)"
      case .screen(let member): member
      }
    guard !conflict.fields.isEmpty else {
      let isMine = conflict.mine == nil
      return ["  \(name): \(say(isMine ? .contentDeletedHere : .contentDeletedThere))"]
    }
    return conflict.fields.flatMap { path in
      ["  \(name) · \(path.joined(separator: "."))"]
        + [
          (Phrase.contentBase, conflict.base), (.contentMine, conflict.mine),
          (.contentTheirs, conflict.theirs),
        ].map { "    \(say($0)): \(text($1?[path: path], isPicture: path == Block.picturePath))" }
    }.map { cleaned($0, limit: 400) }
  }

  private func text(_ value: JSONValue?, isPicture: Bool) -> String {
    if isPicture, let digest = value?["sha256"]?.string {
      return say(.pictureUnnamed, ["digest": String(digest.prefix(12))])
    }
    return switch value {
    case nil, .null?: "—"
    case .string(let text)?: text
    case .integer(let number)?: String(number)
    case .bool(let flag)?: flag ? "true" : "false"
    case .number?, .array?, .object?: "…"
    }
  }

  /// How a revision stands in a list.
  public func line(for revision: ScreenRevision, now: Instant, zone: Zone) -> String {
    let time = moment(revision.createdAt, now: now, in: zone)
    let notes = [
      revision.reverts.map { say(.contentReverts, ["revision": String($0)]) },
      revision.publishedAt.map {
        say(.contentWasPublished, ["time": moment($0, now: now, in: zone)])
      },
    ].compactMap(\.self)
    return (["\(revision.number)", time, cleaned(revision.author.name, limit: 60)] + notes)
      .joined(separator: " · ")
  }

  /// Files whose names are no screens' names.
  public func words(passedOver names: [String]) -> String {
    say(.contentPassedOver, ["names": listed(names)])
  }

  /// Drafts that a push leaves alone.
  public func words(waiting slugs: [String]) -> String {
    say(.contentWaiting, ["screens": listed(slugs)])
  }

  public func words(held slugs: [String]) -> String {
    say(.contentHeld, ["screens": listed(slugs)])
  }

  /// A headline and the lines of what becomes public.
  public func lines(forPublishing change: ContentChange) -> [String] {
    let lines = change.lines.map { cleaned("  \($0.printed)", limit: 10_000) }
    return [say(.contentToPublish, ["screen": change.slug])] + lines
  }

  /// What a check could not look at.
  public func words(leftOut gaps: [LintGround.Gap]) -> String {
    let names = gaps.map { gap in
      switch gap {
      case .languages: say(.contentGapLanguages)
      case .screens: say(.contentGapScreens)
      case .rewards: say(.contentGapRewards)
      case .promotions: say(.contentGapPromotions)
      case .shops: say(.contentGapShops)
      case .tiers: say(.contentGapTiers)
      case .segments: say(.contentGapSegments)
      }
    }
    return say(.contentLeftOut, ["names": names.joined(separator: ", ")])
  }

  private func listed(_ names: [String]) -> String {
    let shown = names.prefix(20).map { cleaned($0, limit: 80) }.joined(separator: ", ")
    return names.count > 20 ? "\(shown) … (\(names.count))" : shown
  }

  public var nothingToDo: String { say(.contentNothing) }
  public var questionToPush: String { say(.contentAsk) }
  public var pushNeedsYes: String { say(.contentNeedsYes) }
}
