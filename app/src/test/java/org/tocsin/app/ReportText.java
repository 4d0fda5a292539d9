package org.tocsin.app;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small scan_http reports out of documentation addresses. */
final class ReportText {
  private static final String HEADER =
      "timestamp,ip,protocol,port,hostname,tag,asn,geo,region,city,http,http_code\n";

  private ReportText() {}

  static String rows(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(row ->
            "2026-11-01 %02d:%02d:%02d,198.51.100.%d,tcp,%d,,http,64500,ZZ,R,C,HTTP/1.1,200\n"
                .formatted(row / 3600 % 24, row / 60 % 60, row % 60, row % 256, 1_000 + row))
        .collect(Collectors.joining("", HEADER, ""));
  }
}
