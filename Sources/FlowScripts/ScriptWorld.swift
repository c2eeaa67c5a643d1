/// What a script finds around it, in JavaScript.
enum ScriptWorld {
  /// What all scripts of a flow share.
  ///
  /// - Parameter seed: of `Math.random`.
  static func shared(seed: UInt64) -> String {
    var random = RandomTexts(seed: seed)
    let words = (0..<4).map { _ in String(UInt32(truncatingIfNeeded: random.next())) }
    return """
      ({ output: {}, maestro: { platform: 'terminal' }, now: 0, console: [], dropped: 0,
         random: [\(words.joined(separator: ", "))] })
      """
  }

  /// Names that belong to the world: a variable of a flow cannot take them.
  static let names: Set<String> = [
    "output", "maestro", "json", "http", "faker", "console", "relativePoint", "globalThis", "this",
  ]

  /// Reads what is given, makes the names, and returns what makes an answer of how a script ended.
  ///
  /// It is run before the script in each world, so that no script finds what another has left but in
  /// `output` and `maestro`. Reading the clock takes a millisecond: a script that waits for a moment
  /// reaches it.
  static let prelude =
    #"""
    (function (shared, given) {
      'use strict';
      const { now, copied, variables } = JSON.parse(given);
      const most = { text: 1000000, line: 2000, lines: 1000 };
      // What is called when the script has changed all that it finds is taken before it.
      const { stringify, parse } = JSON, { isArray } = Array, { isInteger } = Number;
      const { apply, construct, setPrototypeOf } = Reflect, { toString: kind } = Object.prototype;
      const { toWellFormed, slice } = String.prototype, { ceil } = Math;
      const Text = String, Fault = Error;
      const whole = (words) => apply(toWellFormed, words, []);
      const cut = (words, most) => apply(slice, words, [0, most]);
      shared.now = now;
      shared.console = [];
      setPrototypeOf(shared.console, null);
      shared.dropped = 0;
      try { shared.maestro.copiedText = copied; } catch {}

      const give = (name, value) => Object.defineProperty(globalThis, name,
        { value, writable: true, configurable: true, enumerable: false });

      const text = (value) => {
        if (value === null || typeof value !== 'object') return Text(value);
        let words = '[object Object]';
        try { words = Text(value); } catch {}
        if (words !== '[object Object]' && !isArray(value)) return words;
        try { return stringify(value) ?? words; } catch { return words; }
      };

      // sfc32: http://pracrand.sourceforge.net
      const word = (state) => {
        const sum = (state[0] + state[1] + state[3]) | 0;
        state[3] = (state[3] + 1) | 0;
        state[0] = state[1] ^ (state[1] >>> 9);
        state[1] = (state[2] + (state[2] << 3)) | 0;
        state[2] = ((state[2] << 21 | state[2] >>> 11) + sum) | 0;
        return sum >>> 0;
      };
      Math.random = () =>
        (word(shared.random) * 2097152 + (word(shared.random) >>> 11)) / 9007199254740992;

      const clock = () => shared.now++;
      const TrueDate = Date;
      const FlowDate = function Date(...parts) {
        if (!new.target) return new TrueDate(clock()).toString();
        return construct(TrueDate, parts.length ? parts : [clock()], new.target);
      };
      Object.defineProperty(FlowDate, 'prototype', { value: TrueDate.prototype, writable: false });
      for (const [name, value] of [['now', clock], ['UTC', Date.UTC], ['parse', Date.parse]]) {
        Object.defineProperty(FlowDate, name,
          { value, writable: true, configurable: true, enumerable: false });
      }
      TrueDate.prototype.constructor = FlowDate;
      give('Date', FlowDate);

      const say = (...parts) => {
        const { length } = shared.console;
        if (length >= most.lines) { shared.dropped += 1; return; }
        let line = '';
        for (let i = 0; i < parts.length; i++) line += (i > 0 ? ' ' : '') + text(parts[i]);
        shared.console[length] = whole(
          line.length > most.line ? cut(line, most.line - 1) + '…' : line);
      };
      give('console', { log: say, info: say, warn: say, error: say, debug: say });

      const missing = (name, advice) => new Proxy(Object.freeze({}), {
        get(_, key) {
          if (typeof key === 'symbol') return undefined;
          throw new Fault(`${name}.${key} is not supported: ${advice}`);
        },
      });
      give('http', missing('http',
        'scripts of a flow have no network; give them what they need by env, -e or --env-file'));
      give('faker', missing('faker', 'write inputRandomText, inputRandomEmail and their like'));
      give('json', (words) => parse(words));
      give('relativePoint', (x, y) => `${ceil(x * 100)}%,${ceil(y * 100)}%`);
      give('output', shared.output);
      give('maestro', shared.maestro);
      delete globalThis.WebAssembly;
      for (const [name, value] of Object.entries(variables)) give(name, value);

      let refused = null;
      const number = (value) => isInteger(value) && value > 0 && value < 1e7 ? value : 0;
      const read = (value, name) => { try { return value[name]; } catch { return undefined; } };
      const finish = (hasFailed, value) => {
        if (!hasFailed && refused) { hasFailed = true; value = refused.reason; }
        const copied = read(shared.maestro, 'copiedText');
        const answer = {
          __proto__: null, console: shared.console, dropped: shared.dropped,
          copied: typeof copied === 'string' ? whole(copied) : undefined,
        };
        // An error of another world is none of this one's.
        const isError = hasFailed && apply(kind, value, []) === '[object Error]';
        const words = hasFailed && !isError ? `thrown: ${text(value)}` : text(value);
        if (hasFailed) {
          const line = isError ? read(value, 'line') : 0;
          const file = isError ? read(value, 'sourceURL') : '';
          answer.failure = {
            __proto__: null, message: whole(cut(words, most.line)), line: number(line),
            file: typeof file === 'string' ? whole(file) : '',
          };
        } else if (words.length > most.text) {
          answer.failure = {
            __proto__: null,
            message: `a text of ${words.length} characters; at most ${most.text} are taken`,
            line: 0, file: '',
          };
        } else {
          answer.value = whole(words);
        }
        return stringify(answer);
      };
      finish.refuse = (_, reason) => { refused = { reason }; };
      return finish;
    })
    """#
}
