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
      const { stringify } = JSON, { isArray } = Array, kind = Object.prototype.toString;
      shared.now = now;
      shared.console = [];
      shared.dropped = 0;
      shared.maestro.copiedText = copied;

      const give = (name, value) => Object.defineProperty(globalThis, name,
        { value, writable: true, configurable: true, enumerable: false });

      const text = (value) => {
        if (value === null || typeof value !== 'object') return String(value);
        let words = '[object Object]';
        try { words = String(value); } catch {}
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
        return Reflect.construct(TrueDate, parts.length ? parts : [clock()], new.target);
      };
      Object.defineProperty(FlowDate, 'prototype', { value: TrueDate.prototype, writable: false });
      for (const [name, value] of [['now', clock], ['UTC', Date.UTC], ['parse', Date.parse]]) {
        Object.defineProperty(FlowDate, name,
          { value, writable: true, configurable: true, enumerable: false });
      }
      TrueDate.prototype.constructor = FlowDate;
      give('Date', FlowDate);

      const say = (...parts) => {
        if (shared.console.length >= most.lines) { shared.dropped += 1; return; }
        const line = parts.map(text).join(' ');
        shared.console.push(line.length > most.line ? line.slice(0, most.line - 1) + '…' : line);
      };
      give('console', { log: say, info: say, warn: say, error: say, debug: say });

      const missing = (name, advice) => new Proxy(Object.freeze({}), {
        get(_, key) {
          if (typeof key === 'symbol') return undefined;
          throw new Error(`${name}.${key} is not supported: ${advice}`);
        },
      });
      give('http', missing('http',
        'scripts of a flow have no network; give them what they need by env, -e or --env-file'));
      give('faker', missing('faker', 'write inputRandomText, inputRandomEmail and their like'));
      give('json', (words) => JSON.parse(words));
      give('relativePoint', (x, y) => [x, y].map((part) => `${Math.ceil(part * 100)}%`).join(','));
      give('output', shared.output);
      give('maestro', shared.maestro);
      delete globalThis.WebAssembly;
      for (const [name, value] of Object.entries(variables)) give(name, value);

      let refused = null;
      const whole = (words) => words.replace(/\p{Cs}/gu, '\ufffd');
      const number = (value) => Number.isInteger(value) && value > 0 && value < 1e7 ? value : 0;
      const finish = (hasFailed, value) => {
        if (!hasFailed && refused) [hasFailed, value] = [true, refused.reason];
        const copied = shared.maestro.copiedText;
        const answer = {
          console: shared.console.map(whole), dropped: shared.dropped,
          copied: typeof copied === 'string' ? whole(copied) : undefined,
        };
        // An error of another world is none of this one's.
        const isError = hasFailed && kind.call(value) === '[object Error]';
        const words = hasFailed && !isError ? `thrown: ${text(value)}` : text(value);
        if (hasFailed) {
          const { line, sourceURL } = isError ? value : {};
          answer.failure = {
            message: whole(words.slice(0, most.line)), line: number(line),
            file: typeof sourceURL === 'string' ? whole(sourceURL) : '',
          };
        } else if (words.length > most.text) {
          answer.failure = {
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
