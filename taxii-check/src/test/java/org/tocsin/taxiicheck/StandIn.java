package org.tocsin.taxiicheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A small TAXII server that keeps to the standard, but for one mistake. */
final class StandIn implements AutoCloseable {
  static final Credentials KNOWN = Credentials.basic("reader", "secret");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ROOT = "/taxii2/root/";
  private static final int LONGEST = 10_000;
  private static final String LIBRARY = "8cf7a9ad-6ac2-4e9d-b1ad-3ec4b1e1a0fe";
  private static final String INBOX = "0f4e1c6b-0c1e-4c7f-9a63-dc5b6a1a6f10";

  private record Kept(Instant added, ObjectNode object) {
    String id() {
      return object.path("id").asString();
    }

    String version() {
      return object.path("modified").asString(added.toString());
    }
  }

  private final @Nullable Mistake mistake;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, List<Kept>> collections = new HashMap<>();
  private final Map<String, ObjectNode> statuses = new HashMap<>();
  private Instant clock = Instant.parse("2026-11-20T08:00:00.000001Z");

  StandIn(@Nullable Mistake mistake) throws IOException {
    this.mistake = mistake;
    collections.put(LIBRARY, new ArrayList<>());
    collections.put(INBOX, new ArrayList<>());
    for (int i = 0; i < 12; i++) {
      keep(LIBRARY, i % 3 == 0 ? "malware" : "indicator", i, 0);
    }
    keep(LIBRARY, "indicator", 1, 5);
    keep(LIBRARY, "indicator", 1, 9);
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", this::answer);
    http.start();
  }

  URI discovery() {
    return URI.create("http://localhost:" + http.getAddress().getPort() + "/taxii2/");
  }

  @Override
  public void close() {
    http.stop(0);
    threads.close();
  }

  private void keep(String collection, String type, int number, int second) {
    ObjectNode object = JSON.createObjectNode();
    object.put("type", type).put("spec_version", "2.1");
    object.put("id", "%s--00000000-0000-4000-8000-%012d".formatted(type, number));
    object.put("modified", "2026-11-01T00:00:0%d.000Z".formatted(second));
    add(collection, object);
  }

  private void add(String collection, ObjectNode object) {
    clock = clock.plusNanos(1_000);
    collections.get(collection).add(new Kept(clock, object));
  }

  private boolean makes(Mistake one) {
    return mistake == one;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      try {
        if (!isKnown(exchange, path)) {
          if (!makes(Mistake.NO_CHALLENGE)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"stand-in\"");
          }
          throw new Refusal(401);
        }
        if (makes(Mistake.STRICT_ABOUT_VERSION)
            && !exchange.getRequestHeaders().getFirst("Accept").contains("version=2.1")) {
          throw new Refusal(406);
        }
        send(
            exchange,
            exchange.getRequestMethod().equals("POST") ? 202 : 200,
            of(exchange, path, body));
      } catch (Refusal refused) {
        int told = makes(Mistake.STATUS_OF_ERROR_DIFFERS) ? 500 : refused.status;
        send(exchange, refused.status, error(told));
      }
    }
  }

  private boolean isKnown(HttpExchange exchange, String path) {
    return KNOWN.header().equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || makes(Mistake.OBJECTS_FOR_STRANGERS) && path.endsWith("/objects/");
  }

  private ObjectNode of(HttpExchange exchange, String path, byte[] body) {
    if (path.equals("/taxii2/")) {
      ObjectNode discovery = JSON.createObjectNode();
      if (!makes(Mistake.NO_TITLE)) {
        discovery.put("title", "Stand-in");
      }
      discovery.put("default", makes(Mistake.DEFAULT_ELSEWHERE) ? "/elsewhere/" : ROOT);
      discovery.putArray("api_roots").add(ROOT);
      return discovery;
    }
    if (!path.startsWith(ROOT)) {
      throw new Refusal(404);
    }
    List<String> parts = Stream.of(path.substring(ROOT.length()).split("/")).toList();
    return switch (parts.getFirst()) {
      case "" -> root();
      case "status" -> status(parts.getLast());
      case "collections" -> parts.size() == 1 ? all() : in(exchange, parts, body);
      default -> throw new Refusal(404);
    };
  }

  private ObjectNode root() {
    ObjectNode root = JSON.createObjectNode().put("title", "Root");
    root.putArray("versions").add(Server.TAXII);
    return makes(Mistake.NO_MOST_LENGTH) ? root : root.put("max_content_length", LONGEST);
  }

  private ObjectNode status(String id) {
    if (!statuses.containsKey(id) && !makes(Mistake.EVERY_STATUS_IS_THERE)) {
      throw new Refusal(404);
    }
    return statuses.getOrDefault(id, JSON.createObjectNode());
  }

  private ObjectNode all() {
    ObjectNode all = JSON.createObjectNode();
    all.putArray("collections").add(described(LIBRARY)).add(described(INBOX));
    return all;
  }

  private ObjectNode described(String id) {
    String shown = makes(Mistake.IDS_BY_NAME) ? id.replaceFirst("-4", "-5") : id;
    return JSON.createObjectNode()
        .put("id", shown)
        .put("title", id.equals(INBOX) ? "Inbox" : "Library")
        .put("alias", id.equals(INBOX) ? "inbox" : "library")
        .put("can_read", true)
        .put("can_write", id.equals(INBOX));
  }

  private ObjectNode in(HttpExchange exchange, List<String> parts, byte[] body) {
    String named = parts.get(1);
    boolean byAlias = !makes(Mistake.ALIAS_LEADS_NOWHERE);
    String id =
        named.equals(INBOX) || byAlias && named.equals("inbox")
            ? INBOX
            : named.replaceFirst("-5", "-4").equals(LIBRARY)
                    || named.replaceFirst("-5", "-4").equals(INBOX)
                    || byAlias && named.equals("library")
                    || makes(Mistake.EVERY_COLLECTION_IS_THERE)
                ? named.replaceFirst("-5", "-4").equals(INBOX) ? INBOX : LIBRARY
                : "";
    if (id.isEmpty()) {
      throw new Refusal(404);
    }
    if (parts.size() == 2) {
      return makes(Mistake.TOLD_OTHERWISE) ? described(id).put("title", "Other") : described(id);
    }
    return switch (exchange.getRequestMethod()) {
      case "POST" -> post(id, body);
      case "DELETE" ->
          throw new Refusal(id.equals(INBOX) || !makes(Mistake.DELETE_NOT_FOUND) ? 403 : 404);
      default -> read(exchange, id, parts);
    };
  }

  private ObjectNode post(String id, byte[] body) {
    if (!id.equals(INBOX) && !makes(Mistake.WRITABLE_FOR_ALL)) {
      throw new Refusal(403);
    }
    if (body.length > LONGEST && !makes(Mistake.ANY_LENGTH)) {
      throw new Refusal(413);
    }
    int failures = 0;
    JsonNode envelope = JSON.createObjectNode();
    try {
      envelope = JSON.readTree(body);
    } catch (JacksonException e) {
      if (!makes(Mistake.ANYTHING_IS_AN_ENVELOPE)) {
        throw new Refusal(422);
      }
    }
    for (JsonNode object : envelope.path("objects")) {
      Kept kept = new Kept(clock, (ObjectNode) object);
      boolean known =
          collections.get(id).stream()
              .anyMatch(one -> one.id().equals(kept.id()) && one.version().equals(kept.version()));
      if (!known) {
        add(id, kept.object());
      } else if (makes(Mistake.TWICE_IS_A_FAILURE)) {
        failures++;
      }
    }
    int total = envelope.path("objects").size();
    ObjectNode status = JSON.createObjectNode().put("id", UUID.randomUUID().toString());
    status.put("status", "complete").put("total_count", total);
    status.put("success_count", total - failures + (makes(Mistake.COUNTS_DO_NOT_ADD_UP) ? 1 : 0));
    status.put("failure_count", failures).put("pending_count", 0);
    statuses.put(status.path("id").asString(), status);
    return status;
  }

  private ObjectNode read(HttpExchange exchange, String id, List<String> parts) {
    Query query = new Query(exchange.getRequestURI().getQuery());
    String one = parts.size() > 3 ? parts.get(3) : null;
    boolean versions = parts.getLast().equals("versions");
    List<Kept> all = new ArrayList<>(collections.get(id));
    if (makes(Mistake.NEWEST_FIRST)) {
      all = all.reversed();
    }
    boolean exists = all.stream().anyMatch(kept -> kept.id().equals(one));
    if (one != null && !exists && !makes(Mistake.EVERY_OBJECT_IS_THERE)) {
      throw new Refusal(404);
    }
    List<Kept> everything = all;
    List<Kept> matching =
        all.stream()
            .filter(kept -> one == null || kept.id().equals(one))
            .filter(kept -> query.admits(kept) && (versions || query.isOfVersion(kept, everything)))
            .toList();
    int from = Math.min(query.next(), matching.size());
    int to = Math.min(matching.size(), from + query.limit());
    List<Kept> page = matching.subList(from, to);
    if (makes(Mistake.TOLD_TWICE) && parts.get(2).equals("manifest") && !page.isEmpty()) {
      page = new ArrayList<>(page);
      page.add(page.getLast());
    }
    headers(exchange, page);
    return written(page, parts, versions, to < matching.size() ? to : -1);
  }

  private void headers(HttpExchange exchange, List<Kept> page) {
    if (!page.isEmpty() && !makes(Mistake.NO_HEADERS)) {
      exchange
          .getResponseHeaders()
          .add("X-TAXII-Date-Added-First", written(page.getFirst().added()));
      exchange.getResponseHeaders().add("X-TAXII-Date-Added-Last", written(page.getLast().added()));
    }
  }

  private ObjectNode written(List<Kept> page, List<String> parts, boolean versions, int next) {
    ObjectNode answer = JSON.createObjectNode();
    if (next >= 0 && !makes(Mistake.MORE_FORGOTTEN)) {
      answer.put("more", true).put("next", "" + (makes(Mistake.NEXT_LOSES_ONE) ? next + 1 : next));
    }
    if (page.isEmpty() && !makes(Mistake.EMPTY_LIST)) {
      return answer;
    }
    var list = answer.putArray(versions ? "versions" : "objects");
    for (Kept kept : page) {
      if (versions) {
        list.add(kept.version());
        if (makes(Mistake.VERSIONS_LEFT_OUT)) {
          return answer;
        }
      } else if (parts.get(2).equals("manifest")) {
        String added = written(kept.added());
        list.addObject()
            .put("id", kept.id())
            .put("version", kept.version())
            .put("date_added", makes(Mistake.MILLISECONDS) ? added.substring(0, 23) + "Z" : added);
      } else {
        list.add(kept.object());
      }
    }
    return answer;
  }

  private static String written(Instant added) {
    return added.toString().substring(0, 19) + ".%06dZ".formatted(added.getNano() / 1_000);
  }

  private static ObjectNode error(int status) {
    return JSON.createObjectNode().put("title", "Refused").put("http_status", "" + status);
  }

  private void send(HttpExchange exchange, int status, ObjectNode body) {
    byte[] bytes = JSON.writeValueAsBytes(body);
    String type = makes(Mistake.NO_MEDIA_TYPE) ? "application/json" : Server.TAXII;
    exchange.getResponseHeaders().add("Content-Type", type);
    try {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request that is not answered with what it asked for. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refusal(int status) {
      this.status = status;
    }
  }

  /** What is asked for. */
  private final class Query {
    private final Map<String, String> given = new HashMap<>();

    Query(@Nullable String query) {
      if (query != null) {
        Arrays.stream(query.split("&"))
            .map(one -> one.split("=", 2))
            .forEach(pair -> given.put(pair[0], pair[1]));
      }
      if (!makes(Mistake.MALFORMED_IS_TAKEN)) {
        check();
      }
    }

    private void check() {
      terms("match[version]").stream()
          .filter(term -> !List.of("first", "last", "all").contains(term))
          .forEach(Query::time);
      if (given.containsKey("added_after")) {
        time(given.get("added_after"));
      }
      if (!given.getOrDefault("limit", "1").matches("[1-9]\\d*")) {
        throw new Refusal(400);
      }
    }

    private static Instant time(String written) {
      try {
        return Instant.parse(written);
      } catch (DateTimeParseException e) {
        throw new Refusal(400);
      }
    }

    int limit() {
      String limit = given.getOrDefault("limit", "1000");
      boolean usable = limit.matches("[1-9]\\d*") && !makes(Mistake.LIMIT_IGNORED);
      return usable ? Math.min(1_000, Integer.parseInt(limit)) : 1_000;
    }

    int next() {
      return Integer.parseInt(given.getOrDefault("next", "0"));
    }

    private List<String> terms(String name) {
      return given.containsKey(name) ? List.of(given.get(name).split(",")) : List.of();
    }

    boolean admits(Kept kept) {
      return isAfter(kept)
          && (makes(Mistake.ID_IGNORED) || isOne("match[id]", kept.id()))
          && (makes(Mistake.TYPE_IGNORED)
              || isOne("match[type]", kept.object().path("type").asString()))
          && (makes(Mistake.SPEC_VERSION_IGNORED) || isOne("match[spec_version]", "2.1"));
    }

    private boolean isAfter(Kept kept) {
      String after = given.get("added_after");
      if (after == null || !after.contains("T")) {
        return true;
      }
      Instant time = Instant.parse(after);
      return kept.added().isAfter(time)
          || makes(Mistake.ADDED_AFTER_INCLUDES) && kept.added().equals(time);
    }

    private boolean isOne(String name, String value) {
      return !given.containsKey(name) || terms(name).contains(value);
    }

    boolean isOfVersion(Kept kept, List<Kept> all) {
      List<String> asked =
          given.containsKey("match[version]") ? terms("match[version]") : List.of("last");
      List<String> versions =
          all.stream()
              .filter(one -> one.id().equals(kept.id()))
              .map(Kept::version)
              .sorted()
              .toList();
      String first = makes(Mistake.FIRST_IS_LAST) ? versions.getLast() : versions.getFirst();
      return makes(Mistake.ALL_VERSIONS_ALWAYS)
          || asked.contains("all")
          || asked.contains("first") && kept.version().equals(first)
          || asked.contains("last") && kept.version().equals(versions.getLast())
          || !makes(Mistake.TIME_IGNORED) && asked.contains(kept.version());
    }
  }
}
