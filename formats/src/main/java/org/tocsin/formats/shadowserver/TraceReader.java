package org.tocsin.formats.shadowserver;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.MacAddress;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.shadowserver.Layout.Part;

/** Files, mail addresses, accounts, interfaces and software a row names. */
final class TraceReader {
  private TraceReader() {}

  /**
   * Adds them to the set; what is not what its column says stays a field of the record.
   *
   * @return ids of the mail addresses
   */
  static Set<String> read(Row row, ScoSet scos) {
    Set<String> mails = new LinkedHashSet<>();
    files(row, scos);
    for (int column : row.layout().columns(Role.EMAIL)) {
      EmailAddress.parse(row.text(column)).map(scos::emailAddress).ifPresent(mails::add);
    }
    for (int column : row.layout().columns(Role.MAC)) {
      MacAddress.parse(row.text(column)).ifPresent(scos::macAddress);
    }
    for (int column : row.layout().columns(Role.ACCOUNT)) {
      if (!row.text(column).isEmpty()) {
        scos.userAccount(row.text(column));
      }
    }
    String software = row.first(Role.SOFTWARE);
    if (software != null) {
      scos.software(software, row.first(Role.SOFTWARE_VERSION));
    }
    return mails;
  }

  /** Hashes of the same file make one object: {@code of} is the file, a slash, the algorithm. */
  private static void files(Row row, ScoSet scos) {
    if (row.layout().parts(Role.FILE).isEmpty()) {
      return;
    }
    Map<String, Hashes> files = new LinkedHashMap<>();
    for (Part part : row.layout().parts(Role.FILE)) {
      int slash = part.of().indexOf('/');
      files
          .computeIfAbsent(part.of().substring(0, slash), file -> new Hashes())
          .add(Hashes.Algorithm.named(part.of().substring(slash + 1)), row.text(part.column()));
    }
    files.values().stream().filter(hashes -> !hashes.isEmpty()).forEach(scos::file);
  }
}
