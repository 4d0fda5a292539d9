package org.tocsin.model.pattern;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Patterns as the standard shows them, and the same ones spelled otherwise. */
final class Examples {
  private Examples() {}

  static Stream<String> ofTheStandard() {
    return """
    [file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']
    [email-message:from_ref.value MATCHES '.+\\\\@example\\\\.com$' AND email-message:body_multipart[*].body_raw_ref.name MATCHES '^Final Report.+\\\\.exe$']
    [file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f' AND file:mime_type = 'application/x-pdf']
    [file:hashes.'SHA-256' = 'bf07a7fbb825fc0aae7bf4a1177b2b31fcf8a3feeaf7092761e18c859ee52a9c' OR file:hashes.MD5 = 'cead3f77f6cda6ec00f57d76c9a6879f'] AND [file:hashes.'SHA-256' = 'aec070645fe53ee3b3763059376134f058cc337247c978add178b6ccdfb0019f']
    ([file:hashes.MD5 = '79054025255fb1a26e4bc422aef54eb4'] FOLLOWEDBY [windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\foo\\\\bar']) WITHIN 300 SECONDS
    [user-account:account_type = 'unix' AND user-account:user_id = '1007' AND user-account:account_login = 'Peter'] AND [user-account:account_type = 'unix' AND user-account:user_id = '1008' AND user-account:account_login = 'Paul'] AND [user-account:account_type = 'unix' AND user-account:user_id = '1009' AND user-account:account_login = 'Mary']
    [artifact:mime_type = 'application/vnd.tcpdump.pcap' AND artifact:payload_bin MATCHES '\\\\xd4\\\\xc3\\\\xb2\\\\xa1\\\\x02\\\\x00\\\\x04\\\\x00']
    [file:name = 'foo.dll' AND file:parent_directory_ref.path = 'C:\\\\Windows\\\\System32']
    [file:extensions.'windows-pebinary-ext'.sections[*].entropy > 7.0]
    [file:mime_type = 'image/bmp' AND file:magic_number_hex = h'ffd8']
    [network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '203.0.113.33/32']
    [network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = 'example.com'] REPEATS 5 TIMES WITHIN 1800 SECONDS
    [domain-name:value = 'www.5z8.info' AND domain-name:resolves_to_refs[*].value = '198.51.100.1/32']
    [url:value = 'http://example.com/foo' OR url:value = 'http://example.com/bar']
    [x509-certificate:issuer = 'CN=WEBMAIL' AND x509-certificate:serial_number = '4c:0b:1d:19:74:86:a7:66:b4:1a:bf:40:27:21:76:28']
    [windows-registry-key:key = 'HKEY_CURRENT_USER\\\\Software\\\\CryptoLocker\\\\Files' OR windows-registry-key:key = 'HKEY_CURRENT_USER\\\\Software\\\\Microsoft\\\\CurrentVersion\\\\Run\\\\CryptoLocker_0388']
    [(file:name = 'pdf.exe' OR file:size = 371712) AND file:created = t'2014-01-13T07:03:17Z']
    [email-message:sender_ref.value = 'jdoe@example.com' AND email-message:subject = 'Conference Info']
    [x-usb-device:usbdrive.serial_number = '575833314133343231313937']
    [process:command_line MATCHES '^.+>-add GlobalSign.cer -c -s -r localMachine Root$'] FOLLOWEDBY [process:command_line MATCHES '^.+>-add GlobalSign.cer -c -s -r localMachineTrustedPublisher$'] WITHIN 300 SECONDS
    [network-traffic:dst_ref.value ISSUBSET '2001:0db8:dead:beef:0000:0000:0000:0000/64']
    [file:name = 'foo.dll'] AND [windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\foo\\\\bar'] OR [process:name = 'fooproc' OR process:name = 'procfoo']
    [ipv4-addr:value = '198.51.100.5'] FOLLOWEDBY [ipv4-addr:value = '198.51.100.10'] OR [ipv4-addr:value ISSUPERSET '198.51.100.0/24']
    [file:size NOT IN (1024, 2048.5, -1) AND NOT EXISTS file:name AND EXISTS file:hashes.MD5]
    [file:name NOT LIKE 'a%_' AND file:x_list[0].'a b' != true AND file:size <= 5 AND file:size >= 1]
    [a:b = 1] START t'2016-06-01T01:30:00.123Z' STOP t'2016-06-01T02:20:00.123Z' REPEATS 2 TIMES WITHIN 1.5 SECONDS
    ([a:b = 1] REPEATS 2 TIMES) REPEATS 2 TIMES
    ([a:b = 1] REPEATS 2 TIMES WITHIN 5 SECONDS) REPEATS 2 TIMES
    ([a:b = 1] FOLLOWEDBY [a:b = 2]) AND [a:b = 3]
    [a:b = 1] AND ([a:b = 2] OR [a:b = 3])
    [(a:b = 1 OR a:b = 2 AND a:c = 3) AND a:d = 4]
    [a:b IN ()]
    """
        .lines();
  }

  static Stream<Arguments> spelledOtherwise() {
    return Stream.of(
        Arguments.of("[a:b==1 AND a:c<>2]", "[a:b = 1 AND a:c != 2]"),
        Arguments.of("( [(a:b IN(443,6443)  AND\n a:c!=0) ])", "[a:b IN (443, 6443) AND a:c != 0]"),
        Arguments.of("[a:b MATCHES'^x']", "[a:b MATCHES '^x']"),
        Arguments.of("[a:'b' = +1]", "[a:b = 1]"),
        Arguments.of("[a:b = .5]", "[a:b = 0.5]"),
        Arguments.of("[a:b = h'AB']", "[a:b = h'ab']"),
        Arguments.of("[a:pe-ext.c = 1]", "[a:'pe-ext'.c = 1]"),
        Arguments.of("[a:b /* what */ = 1] // the end", "[a:b = 1]"),
        Arguments.of("// first\n[a:b\u00a0= 1]", "[a:b = 1]"),
        Arguments.of("[a : b = 1]", "[a:b = 1]"),
        Arguments.of("(([a:b = 1]))AND([a:b = 2])", "[a:b = 1] AND [a:b = 2]"),
        Arguments.of(
            "([a:b = 1] AND [a:b = 2]) OR [a:b = 3]", "[a:b = 1] AND [a:b = 2] OR [a:b = 3]"),
        Arguments.of(
            "[a:b = 1] FOLLOWEDBY ([a:b = 2] OR [a:b = 3])",
            "[a:b = 1] FOLLOWEDBY [a:b = 2] OR [a:b = 3]"),
        Arguments.of("[(a:b = 1 AND a:c = 2)]", "[a:b = 1 AND a:c = 2]"));
  }
}
