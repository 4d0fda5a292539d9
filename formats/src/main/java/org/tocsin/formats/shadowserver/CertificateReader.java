package org.tocsin.formats.shadowserver;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.formats.sco.Certificate;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.shadowserver.Layout.Part;

/** The certificate a scanned service showed. */
final class CertificateReader {
  private CertificateReader() {}

  /** Adds the certificate to the set, where the row tells enough of it to know it again. */
  static void read(Row row, ScoSet scos) {
    Layout layout = row.layout();
    if (layout.parts(Role.CERTIFICATE_HASH).isEmpty()
        && layout.columns(Role.CERTIFICATE_SERIAL).length == 0) {
      return;
    }
    Hashes hashes = new Hashes();
    for (Part part : layout.parts(Role.CERTIFICATE_HASH)) {
      hashes.add(Hashes.Algorithm.named(part.of()), row.text(part.column()));
    }
    Certificate certificate =
        new Certificate(
            hashes,
            row.first(Role.CERTIFICATE_SERIAL),
            name(row, layout.parts(Role.CERTIFICATE_ISSUER)),
            name(row, layout.parts(Role.CERTIFICATE_SUBJECT)),
            date(row.first(Role.CERTIFICATE_BEGIN)),
            date(row.first(Role.CERTIFICATE_END)),
            row.first(Role.CERTIFICATE_SIGNATURE),
            row.first(Role.CERTIFICATE_KEY));
    if (certificate.isIdentified()) {
      scos.certificate(certificate);
    }
  }

  /** A distinguished name, from the widest part to the narrowest. */
  private static @Nullable String name(Row row, List<Part> parts) {
    StringBuilder name = new StringBuilder();
    for (Part part : parts) {
      String text = row.text(part.column());
      if (!text.isEmpty()) {
        name.append(name.isEmpty() ? "" : ", ").append(part.of()).append('=').append(text);
      }
    }
    return name.isEmpty() ? null : name.toString();
  }

  private static @Nullable Instant date(@Nullable String text) {
    return text == null ? null : Timestamps.ofCertificate(text).orElse(null);
  }
}
