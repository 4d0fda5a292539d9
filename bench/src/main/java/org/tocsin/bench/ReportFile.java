package org.tocsin.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** A scan_http report of distinct rows out of documentation addresses, as wide as the real ones. */
final class ReportFile {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String HEADER =
      "timestamp,severity,ip,protocol,port,hostname,tag,asn,geo,region,city,naics,hostname_source,sector,"
          + "http,http_code,http_reason,content_type,connection,www_authenticate,set_cookie,server,"
          + "content_length,transfer_encoding,http_date\n";

  private ReportFile() {}

  static byte[] of(int rows, long seed) {
    Random random = new Random(seed);
    LocalDateTime start = LocalDateTime.now().withNano(0).minusDays(10);
    StringBuilder text = new StringBuilder(rows * 230).append(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(
          "\"%s\",medium,198.51.100.%d,tcp,%d,host-%d-%d.example.com,http;basic-auth,64500,ZZ,REGION,CITY,518210,ptr,\"Communications, Service Provider\",HTTP/1.1,401,Unauthorized,\"text/html; charset=utf-8\",keep-alive,\"Basic realm=\"\"device\"\"\",,nginx,%d,,\"Thu, 19 Apr 2018 00:02:28 GMT\"\n"
              .formatted(
                  TIME.format(start.plusSeconds(i)),
                  random.nextInt(256),
                  1 + random.nextInt(65_535),
                  seed & 0xffff,
                  i,
                  random.nextInt(100_000)));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
