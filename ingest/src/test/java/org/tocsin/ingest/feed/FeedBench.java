package org.tocsin.ingest.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.tocsin.ingest.IngestBench;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.Origin;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.outward.AllowList;
import org.tocsin.outward.OutwardClient;
import org.tocsin.outward.OutwardSettings;
import org.tocsin.outward.mailbox.MailboxClient;

/** A server with feeds on loopback, and everything that fetches them into a log in memory. */
final class FeedBench implements AutoCloseable {
  static final int LARGEST_MAIL = 100_000;

  final IngestBench ingest;
  final OutwardClient client;
  final MailboxClient mailboxes;
  final HttpServer server;
  final Map<String, String> files = new ConcurrentHashMap<>();
  final Map<String, Function<HttpExchange, String>> answers = new ConcurrentHashMap<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final FeedMemories memories;
  volatile List<KnownFeed> known = List.of();
  final FeedSettings settings =
      new FeedSettings(2, Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(100));

  FeedBench(Path folder) throws IOException {
    ingest = new IngestBench(folder);
    memories = new FeedMemories(folder.resolve("state"));
    client = new OutwardClient(reaching(folder, "127.0.0.1"));
    mailboxes = new MailboxClient(reaching(folder, "127.0.0.1"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Settings of a node that may reach only those and the public Internet. */
  static OutwardSettings reaching(Path folder, String... allowed) {
    return new OutwardSettings(
        AllowList.of(List.of(allowed)),
        Set.of(80),
        "Tocsin/test",
        folder.resolve("fetched"),
        new OutwardSettings.Timeouts(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            1),
        1_000_000,
        new OutwardSettings.Retries(0, Duration.ofMillis(1), Duration.ofMillis(1)));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  FeedDefinition feed(WayIn way, String path, String format) {
    return feed(way, path, format, "PT1H", null);
  }

  FeedDefinition feed(WayIn way, String path, String format, String schedule, FeedSecret secret) {
    return new FeedDefinition(
        "sensors",
        new Origin("cert-xy", "sensors"),
        way,
        uri(path),
        FeedKind.LIST,
        format,
        Tlp.GREEN,
        50,
        new Schedule(schedule),
        "ours",
        URI.create("https://example.org/"),
        true,
        secret);
  }

  Way way(FeedDefinition feed) {
    Secrets secrets = new Secrets(FeedBench::secret);
    return new Ways(client, mailboxes, LARGEST_MAIL, ingest.intake(), secrets).of(feed);
  }

  static String secret(String key) {
    return key.equals(MailServer.PROPERTY) ? MailServer.SECRET : "value of " + key;
  }

  FeedCollectors collectors(FeedDefinition... feeds) {
    known = Arrays.stream(feeds).map(KnownFeed::of).toList();
    return new FeedCollectors(
        () -> known,
        new Secrets(key -> "value of " + key),
        this::way,
        memories,
        settings,
        InstantSource.system());
  }

  /** Decides that all feeds are paused, or go on. */
  void pause(boolean now) {
    known =
        known.stream()
            .map(one -> new KnownFeed(one.definition(), now, false, true, false, null))
            .toList();
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      asked.add(path);
      Function<HttpExchange, String> answer = answers.get(exchange.getRequestURI().getPath());
      String text = answer == null ? files.get(path) : answer.apply(exchange);
      byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(text == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    mailboxes.close();
    server.stop(0);
  }
}
