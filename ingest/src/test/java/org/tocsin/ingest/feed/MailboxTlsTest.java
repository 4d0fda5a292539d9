package org.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mail servers with a certificate of the test's own, which the JVM was told to trust or not. */
@Timeout(120)
class MailboxTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  @Test
  void shouldReadMailByTlsFromTheServerWhoseNameItsTrustedCertificateBears() throws Exception {
    Path trusted = trusted(keys());

    assertThat(visits("-Djavax.net.ssl.trustStore=" + trusted))
        .containsExactly(
            "imaps localhost: 1 mail, read",
            "pop3s localhost: 1 mail, read",
            "imap localhost: 1 mail, read",
            "imaps 127.0.0.1: UNTRUSTED",
            "imap 127.0.0.1: UNTRUSTED",
            "STARTTLS: 1");
  }

  @Test
  void shouldSignInNowhereWhereTheCertificateIsNotTrusted() throws Exception {
    keys();

    assertThat(visits())
        .containsExactly(
            "imaps localhost: UNTRUSTED",
            "pop3s localhost: UNTRUSTED",
            "imap localhost: UNTRUSTED",
            "imaps 127.0.0.1: UNTRUSTED",
            "imap 127.0.0.1: UNTRUSTED",
            "STARTTLS: 0");
  }

  private List<String> visits(String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(tool("java"));
    command.addAll(
        List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
            "-Dgreenmail.tls.keystore.file=" + folder.resolve("keys.p12"),
            "-Dgreenmail.tls.keystore.password=" + PASSWORD));
    command.addAll(List.of(more));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            TrustedServers.class.getName(),
            folder.toString()));
    return run(command)
        .lines()
        .filter(line -> line.matches("(imaps?|pop3s) [a-z0-9.]+: .*|STARTTLS: .*"))
        .toList();
  }

  /** A certificate that signs itself, made by the tool every JDK has. */
  private Path keys() throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-validity",
        "2",
        "-keystore",
        keys.toString());
    return keys;
  }

  private Path trusted(Path keys) throws IOException, InterruptedException {
    Path certificate = folder.resolve("server.pem");
    keytool("-exportcert", "-file", certificate.toString(), "-keystore", keys.toString());
    Path trusted = folder.resolve("trusted.p12");
    keytool(
        "-importcert",
        "-noprompt",
        "-file",
        certificate.toString(),
        "-keystore",
        trusted.toString());
    return trusted;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool("keytool")));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", "test", "-storetype", "PKCS12", "-storepass", PASSWORD));
    run(command);
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
