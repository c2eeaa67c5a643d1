package import Contract
import HTTPTypes

/// What a request's first lines may hold, so that no value can add a line of its own.
package enum RequestHead {
  /// libcurl writes header values as they come, line ends included.
  package static func check(_ request: Request) throws(TransportError) {
    guard request.target.hasPrefix("/"),
      request.target.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") })
    else { throw TransportError(.invalidRequest, log: "a target that is no path and query") }
    for field in request.fields where !isClean(field.value) {
      throw TransportError(.invalidRequest, log: "a line end in \(field.name.rawName)")
    }
  }

  /// Lines as `CURLOPT_HTTPHEADER` takes them.
  static func lines(_ request: Request) -> [String] {
    var lines = request.fields.map { field in
      // NB: with a colon, libcurl reads an empty value as "leave this header out".
      field.value.isEmpty ? "\(field.name.rawName);" : "\(field.name.rawName): \(field.value)"
    }
    // Neither waiting for "100 Continue" nor a form's content type is wanted.
    lines.append("Expect:")
    if request.fields[.contentType] == nil { lines.append("Content-Type:") }
    return lines
  }

  private static func isClean(_ value: String) -> Bool {
    value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }
}
