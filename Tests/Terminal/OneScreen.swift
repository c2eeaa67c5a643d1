import Testing

/// Tests that take the screen take turns: ncurses, signals and the crash guard are the process's.
@Suite(.serialized)
enum OneScreen {}
