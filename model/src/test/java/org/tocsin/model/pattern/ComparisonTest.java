package org.tocsin.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  private static final String[] OBJECTS = {
    "{'type': 'file', 'id': 'file--1', 'name': 'Report.pdf.exe', 'size': 371712, 'ratio': 2.5,"
        + " 'good': false, 'created': '2014-01-13T07:03:17.000Z', 'magic_number_hex': 'FFd8',"
        + " 'hashes': {'MD5': 'CEAD3F77F6CDA6EC00F57D76C9A6879F', 'ssdeep': '3:AXGB'},"
        + " 'accent': 'Cafe\u0301', 'parent_directory_ref': 'directory--1',"
        + " 'extensions': {'windows-pebinary-ext': {'sections': [{'name': '.a', 'entropy': 1},"
        + " {'name': '.b', 'entropy': 7.9}]}}}",
    "{'type': 'directory', 'id': 'directory--1', 'path': 'C:/Windows', 'contains_refs':"
        + " ['file--1', 'file--2', 'file--9']}",
    "{'type': 'file', 'id': 'file--2', 'name': 'b.dll', 'lines': 'one\\ntwo', 'matrix': [[1, 2],"
        + " [3]], 'nothing': null}",
    "{'type': 'ipv4-addr', 'id': 'ipv4-addr--1', 'value': '198.51.100.7'}",
    "{'type': 'ipv4-addr', 'id': 'ipv4-addr--2', 'value': '203.0.113.0/24'}",
    "{'type': 'ipv6-addr', 'id': 'ipv6-addr--1', 'value': '2001:db8::7'}",
    "{'type': 'artifact', 'id': 'artifact--1', 'payload_bin': '1MOyoQIABAA='}",
    "{'type': 'network-traffic', 'id': 'network-traffic--1', 'dst_ref': 'ipv4-addr--1',"
        + " 'protocols': ['ipv4', 'tcp'], 'src_ref': 'ipv4-addr--99', 'dst_port': 443}"
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          file:name = 'Report.pdf.exe'                            | true
          file:name = 'report.pdf.exe'                            | false
          file:name != 'x'                                        | true
          ipv6-addr:value != '2001:db8::7'                        | false
          ipv6-addr:value NOT != '2001:db8::7'                    | true
          file:size = 371712                                      | true
          file:size = 371712.0                                    | true
          file:size = '371712'                                    | false
          file:size != '371712'                                   | true
          file:size > 371711                                      | true
          file:size > 371712                                      | false
          file:size >= 371712                                     | true
          file:size < '9'                                         | false
          file:size NOT < '9'                                     | true
          file:ratio <= 2.5                                       | true
          file:good = false                                       | true
          file:good = 0                                           | false
          file:created = t'2014-01-13T07:03:17Z'                  | true
          file:created < t'2014-01-13T07:03:17.001Z'              | true
          file:created = '2014-01-13T07:03:17Z'                   | false
          file:name = t'2014-01-13T07:03:17Z'                     | false
          file:magic_number_hex = h'ffd8'                         | true
          file:magic_number_hex = b'/9g='                         | true
          file:magic_number_hex = 'FFd8'                          | false
          file:magic_number_hex > h'ffd7'                         | true
          file:name = h'622e646c6c'                               | true
          file:accent = 'Caf\u00e9'                               | true
          file:accent LIKE 'Caf_'                                 | true
          file:accent MATCHES '^Caf.$'                            | true
          file:hashes.MD5 = 'cead3f77f6cda6ec00f57d76c9a6879f'    | true
          file:hashes.MD5 IN ('a', 'cead3f77f6cda6ec00f57d76c9a6879f') | true
          file:hashes.ssdeep = '3:axgb'                           | false
          file:name IN ('a', 'b.dll')                             | true
          file:name IN ()                                         | false
          file:size NOT IN (1, 2)                                 | true
          file:name LIKE '%.pdf%'                                 | true
          file:name LIKE '_.dll'                                  | true
          file:name LIKE '_.dl'                                   | false
          file:name LIKE '%'                                      | true
          file:lines LIKE 'one%two'                               | true
          file:name MATCHES 'pdf'                                 | true
          file:name MATCHES '^pdf'                                | false
          file:lines MATCHES 'one.two'                            | true
          artifact:payload_bin MATCHES '^\\\\xd4\\\\xc3\\\\xb2\\\\xa1' | true
          artifact:payload_bin = h'd4c3b2a102000400'              | true
          artifact:payload_bin LIKE '%\u00c3%'                    | true
          ipv4-addr:value ISSUBSET '198.51.100.0/24'              | true
          ipv4-addr:value ISSUBSET '198.51.100.99/24'             | true
          ipv4-addr:value ISSUBSET '198.51.101.0/24'              | false
          ipv4-addr:value ISSUBSET '203.0.0.0/16'                 | true
          ipv4-addr:value ISSUBSET '203.0.113.0/25'               | false
          ipv4-addr:value ISSUPERSET '203.0.113.128/25'           | true
          ipv4-addr:value ISSUPERSET '198.51.100.7'               | true
          ipv6-addr:value ISSUBSET '2001:0db8:0000::/48'          | true
          ipv6-addr:value ISSUBSET '::/0'                         | true
          ipv6-addr:value ISSUBSET '0.0.0.0/0'                    | false
          file:name ISSUBSET '0.0.0.0/0'                          | false
          ipv4-addr:value = '198.51.100.7/32'                     | true
          ipv6-addr:value = '2001:DB8:0::7/128'                   | true
          network-traffic:dst_ref.value ISSUBSET '198.51.100.7'   | true
          network-traffic:dst_ref.type = 'ipv4-addr'              | true
          network-traffic:dst_ref = 'ipv4-addr--1'                | true
          network-traffic:src_ref.value = '198.51.100.7'          | false
          EXISTS network-traffic:src_ref                          | true
          EXISTS network-traffic:src_ref.value                    | false
          NOT EXISTS network-traffic:src_port                     | true
          NOT EXISTS mutex:name                                   | false
          EXISTS file:nothing                                     | false
          EXISTS file:hashes                                      | true
          file:hashes = 'x'                                       | false
          file:parent_directory_ref.path LIKE '%Windows'          | true
          file:parent_directory_ref.contains_refs[*].name = 'b.dll' | true
          directory:contains_refs[1].name = 'b.dll'               | true
          directory:contains_refs[0].name = 'b.dll'               | false
          directory:contains_refs[*].parent_directory_ref.contains_refs[1].name = 'b.dll' | true
          network-traffic:protocols[*] = 'tcp'                    | true
          network-traffic:protocols[0] = 'tcp'                    | false
          network-traffic:protocols[7] = 'tcp'                    | false
          network-traffic:protocols = 'tcp'                       | false
          file:matrix[*][*] = 3                                   | true
          file:matrix[0][*] = 3                                   | false
          file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0 | true
          file:size = 371712 AND file:name = 'Report.pdf.exe'     | true
          file:size = 371712 AND file:name = 'b.dll'              | false
          file:size = 1 OR file:name = 'b.dll'                    | true
          file:size = 371712 AND ipv4-addr:value = '198.51.100.7' | false
          (file:size = 1 OR file:size = 371712) AND file:ratio > 2 | true
          File:size = 371712                                      | false
          """)
  void shouldCompareAsTheStandardSays(String comparison, boolean holds) {
    String pattern = "[" + comparison + "]";

    assertThat(Watched.find(pattern, Watched.at(0, OBJECTS)).found()).hasSize(holds ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a:b MATCHES '(']",
        "[a:b MATCHES '(?=x)y']",
        "[a:b MATCHES '(a)\\\\1']",
        "[a:b MATCHES '((((a{100}){100}){100}){100}){100}']",
        "[a:b ISSUBSET 'example.com']",
        "[a:b ISSUBSET '10.0.0.0/33']"
      })
  void shouldRefuseWhatCannotBeRun(String text) {
    Pattern pattern = Pattern.parse(text);

    assertThatThrownBy(() -> Matching.of(pattern))
        .isInstanceOf(UnsupportedPatternException.class)
        .hasMessageNotContaining("Exception");
  }

  @Test
  void shouldRunExpressionsThatMakeOthersTakeForEver() {
    Observed observed = Watched.at(0, "{'type': 'a', 'b': '" + "a".repeat(20_000) + "!'}");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(Watched.find("[a:b MATCHES '^(a+)+$']", observed).found()).isEmpty();
          assertThat(Watched.find("[a:b MATCHES '(x+x+)+y']", observed).found()).isEmpty();
        });
  }

  @Test
  void shouldGiveUpRatherThanTakeTooLong() {
    Observed observed = Watched.at(0, "{'type': 'a', 'b': '" + "a".repeat(20_000) + "'}");

    Matches matches =
        Matching.of(Pattern.parse("[a:b LIKE '%" + "a".repeat(1_000) + "b']"))
            .find(List.of(observed), 100_000);

    assertThat(matches.complete()).isFalse();
    assertThat(matches.found()).isEmpty();
  }

  @Test
  void shouldFollowReferencesThatLeadInCircles() {
    Observed observed =
        Watched.at(0, "{'type': 'p', 'id': 'p--1', 'parent_ref': 'p--1', 'pid': 4}");

    String path = "p:" + "parent_ref.".repeat(500) + "pid";
    assertThat(Watched.find("[" + path + " = 4]", observed).found()).hasSize(1);
  }

  @Test
  void shouldReadTheObjectsOlderVersionsKeepInside() {
    var data =
        Watched.json(
            "{'type': 'observed-data', 'id': 'observed-data--1', 'first_observed':"
                + " '2026-01-01T00:00:00Z', 'last_observed': '2026-01-01T00:00:00Z', 'objects':"
                + " {'0': {'type': 'ipv4-addr', 'value': '198.51.100.7'}, '1': {'type':"
                + " 'network-traffic', 'dst_ref': '0'}}}");
    Observed observed =
        Observed.of(new org.tocsin.model.stix.StixObject(data), List.of()).orElseThrow();

    assertThat(Watched.find("[network-traffic:dst_ref.value = '198.51.100.7']", observed).found())
        .hasSize(1);
  }
}
