package org.tocsin.app.correlation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of the input, in the few words the test's own format has.
 *
 * @param number tells it from the others
 * @param at when it happened
 * @param type RSIT type, empty for none
 * @param report the provider's name for the kind of report
 * @param asn autonomous system, empty for none
 * @param domain registrable domain, which the record names by a host below it; empty for none
 * @param ip address, empty for none
 * @param country country, empty for none
 */
record Sight(
    int number,
    Instant at,
    String type,
    String report,
    String asn,
    String domain,
    String ip,
    String country) {

  String line() {
    return String.join(
        ";", Integer.toString(number), at.toString(), type, report, asn, domain, ip, country);
  }

  static Sight of(String line) {
    String[] fields = line.split(";", -1);
    return new Sight(
        Integer.parseInt(fields[0]),
        Instant.parse(fields[1]),
        fields[2],
        fields[3],
        fields[4],
        fields[5],
        fields[6],
        fields[7]);
  }

  /** What all records of an incident have in common; null where it tells of none. */
  @Nullable String key() {
    if (type.isEmpty()) {
      return null;
    }
    long days = type.equals("vulnerable-system") ? 7 : 1;
    String where = !asn.isEmpty() ? asn : !domain.isEmpty() ? domain : ip;
    String place = where + country;
    return String.join(
        "|",
        type,
        report,
        where,
        country,
        place.isEmpty() ? Integer.toString(number) : "",
        Long.toString(Math.floorDiv(at.getEpochSecond(), days * 86_400)));
  }
}
