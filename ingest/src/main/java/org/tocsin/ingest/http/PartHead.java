package org.tocsin.ingest.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.submission.SubmissionRequest;

/**
 * What the head of a part says about the file in it.
 *
 * @param name the file name, null when none is given
 * @param contentType the media type, null when none is given
 */
record PartHead(@Nullable String name, @Nullable String contentType) {
  private static final int MOST_LINES = 50;

  /** Reads the head of a part, which must be that of a file. */
  static PartHead read(DelimitedInput in) throws IOException {
    Map<String, String> headers = headers(in);
    String encoding = headers.getOrDefault("content-transfer-encoding", "binary");
    if (!encoding.equalsIgnoreCase("binary") && !encoding.matches("(?i)[78]bit")) {
      throw MultipartFiles.broken("RFC 7578 knows no Content-Transfer-Encoding.");
    }
    String name = RequestHead.fileName(headers.get("content-disposition"));
    String type = headers.get("content-type");
    if (name == null && type == null) {
      throw MultipartFiles.broken(
          "a part is a form field, not a file. Parameters belong into the query.");
    }
    return new PartHead(name, type);
  }

  /** The request for that file. */
  SubmissionRequest describe(SubmissionRequest request, @Nullable String otherwise) {
    return request.file(name == null ? otherwise : name, contentType, -1);
  }

  private static Map<String, String> headers(DelimitedInput in) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < MOST_LINES; i++) {
      String line = in.line();
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            utf8(line.substring(colon + 1).strip()));
      }
    }
    throw MultipartFiles.broken("the head of a part has no end.");
  }

  /** RFC 7578 section 5.1: names are sent as UTF-8. */
  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
