package org.tocsin.formats.suricata;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.JsonValues;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.formats.sco.Certificate;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;
import tools.jackson.databind.JsonNode;

/** What the protocols of a flow tell beside its ends. */
final class Traces {
  private static final Map<String, Hashes.Algorithm> HASHES =
      Map.of(
          "md5", Hashes.Algorithm.MD5,
          "sha1", Hashes.Algorithm.SHA_1,
          "sha256", Hashes.Algorithm.SHA_256);

  /** An alert lists the files of its transaction; more of them stay fields. */
  private static final int MOST_FILES = 100;

  private Traces() {}

  /** The files that were seen and the certificate the server showed. */
  static void read(JsonNode event, ScoSet scos) {
    files(JsonValues.objects(event, "files"), scos);
    files(JsonValues.objects(event, "fileinfo"), scos);
    Certificate certificate = certificate(event.path("tls"));
    if (certificate.isIdentified()) {
      scos.certificate(certificate);
    }
  }

  /** What the server was called when it was talked to, and what was asked of it. */
  static void names(JsonNode event, Side server) {
    JsonNode http = event.path("http");
    server.name(JsonValues.text(http, "hostname"));
    server.name(JsonValues.text(event.path("tls"), "sni"));
    server.relate();
    server.url(url(http));
  }

  /** Whole where a proxy was asked; else a path, and the host is said beside it. */
  private static @Nullable String url(JsonNode http) {
    String url = JsonValues.text(http, "url");
    String host = JsonValues.text(http, "hostname");
    if (url == null || host == null || !url.startsWith("/")) {
      return url;
    }
    String port = JsonValues.text(http, "http_port");
    return "http://" + host + (port == null ? "" : ":" + port) + url;
  }

  private static void files(List<JsonNode> files, ScoSet scos) {
    for (JsonNode file : files.subList(0, Math.min(files.size(), MOST_FILES))) {
      Hashes hashes = new Hashes();
      HASHES.forEach((name, algorithm) -> add(algorithm, JsonValues.text(file, name), hashes));
      if (!hashes.isEmpty()) {
        scos.file(hashes);
      }
    }
  }

  private static Certificate certificate(JsonNode tls) {
    Hashes hashes = new Hashes();
    add(Hashes.Algorithm.SHA_1, JsonValues.text(tls, "fingerprint"), hashes);
    String from = JsonValues.text(tls, "notbefore");
    String to = JsonValues.text(tls, "notafter");
    return new Certificate(
        hashes,
        JsonValues.text(tls, "serial"),
        JsonValues.text(tls, "issuerdn"),
        JsonValues.text(tls, "subject"),
        from == null ? null : Timestamps.parse(from).orElse(null),
        to == null ? null : Timestamps.parse(to).orElse(null),
        null,
        null);
  }

  private static void add(Hashes.Algorithm algorithm, @Nullable String digits, Hashes hashes) {
    if (digits != null) {
      hashes.add(algorithm, digits);
    }
  }
}
