package org.tocsin.launcher.submit;

import java.util.Locale;
import java.util.Map;

/**
 * What a file's name says about its content.
 *
 * @param name the name without {@code .gz}
 * @param mediaType its media type; {@code application/octet-stream} when the name says nothing
 * @param gzipped whether it is sent compressed, as it is
 */
record FileType(String name, String mediaType, boolean gzipped) {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "csv", "text/csv",
          "tsv", "text/tab-separated-values",
          "txt", "text/plain",
          "json", "application/json",
          "ndjson", "application/x-ndjson",
          "jsonl", "application/x-ndjson",
          "xml", "application/xml",
          "eml", "message/rfc822",
          "mbox", "application/mbox",
          "zip", "application/zip");

  static FileType of(String fileName) {
    boolean gzipped = fileName.toLowerCase(Locale.ROOT).endsWith(".gz");
    String name = gzipped ? fileName.substring(0, fileName.length() - ".gz".length()) : fileName;
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return new FileType(name, MEDIA_TYPES.getOrDefault(end, "application/octet-stream"), gzipped);
  }
}
