package org.tocsin.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManagerFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are asked by TLS, each under its own name, with a certificate of the test's own. */
@Timeout(60)
class HttpsTest {
  private static final String NAME = "feeds.example.test";
  private static final String OTHER = "other.example.test";
  private static final byte[] LIST = "192.0.2.1\n".getBytes(StandardCharsets.UTF_8);
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;
  private final List<String> askedFor = new CopyOnWriteArrayList<>();
  private KeyStore keys;
  private HttpsServer server;

  @BeforeEach
  void begin() throws Exception {
    keys = keys();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new Named(serving()));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, LIST.length);
            exchange.getResponseBody().write(LIST);
          }
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void shouldTellTheServerWhichNameItAsksForAndFetchWhatIsThere() throws Exception {
    try (OutwardClient client = client(trusting());
        Fetched fetched = client.fetch(Fetch.of(uri(NAME)));
        InputStream in = fetched.open()) {
      assertThat(in.readAllBytes()).isEqualTo(LIST);
    }
    assertThat(askedFor).containsOnly(NAME);
  }

  @Test
  void shouldRefuseACertificateForAnotherName() throws Exception {
    try (OutwardClient client = client(trusting())) {
      assertUntrusted(() -> client.fetch(Fetch.of(uri(OTHER))));
    }
    assertThat(askedFor).containsOnly(OTHER);
  }

  @Test
  void shouldRefuseACertificateNobodyKnows() throws Exception {
    try (OutwardClient client = client(null)) {
      assertUntrusted(() -> client.fetch(Fetch.of(uri(NAME))));
    }
  }

  private static void assertUntrusted(ThrowingCallable fetch) {
    assertThatThrownBy(fetch)
        .isInstanceOfSatisfying(
            FetchFailedException.class, e -> assertThat(e.failure()).isEqualTo(Failure.UNTRUSTED));
  }

  private URI uri(String host) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/list");
  }

  private OutwardClient client(@Nullable SSLContext trust) {
    OutwardSettings settings =
        new OutwardSettings(
            AllowList.of(List.of(NAME, OTHER)),
            Set.of(443),
            "Tocsin/test",
            folder.resolve("fetched"),
            new OutwardSettings.Timeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                1),
            100_000,
            new OutwardSettings.Retries(0, Duration.ofMillis(1), Duration.ofMillis(1)));
    return new OutwardClient(
        settings, host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, trust);
  }

  /** Notes the name each connection asks for (RFC 6066 section 3). */
  private final class Named extends HttpsConfigurator {
    Named(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters connection) {
      SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
      parameters.setSNIMatchers(
          List.of(
              new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
                @Override
                public boolean matches(SNIServerName name) {
                  return askedFor.add(new String(name.getEncoded(), StandardCharsets.US_ASCII));
                }
              }));
      connection.setSSLParameters(parameters);
    }
  }

  private SSLContext serving() throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private SSLContext trusting() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("test", keys.getCertificate("test"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  /** A certificate that signs itself, made by the tool every JDK has. */
  private KeyStore keys() throws Exception {
    Path store = folder.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "test",
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + NAME,
            "-ext",
            "san=dns:" + NAME,
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(PASSWORD));
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tool.waitFor()).as(said).isZero();
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      return keys;
    }
  }
}
