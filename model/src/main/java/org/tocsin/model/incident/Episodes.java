package org.tocsin.model.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;

/**
 * Says which episode an observation belongs to, by nothing but what the observation itself says: no
 * clock, no look-up, no order of arrival.
 */
public final class Episodes {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  /** Spans are counted between these; what lies outside counts as the nearer of the two. */
  static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final Supplier<NodeNamespace> namespace;
  private final Function<StixObject, Optional<String>> domain;

  /**
   * Episodes of a node.
   *
   * @param namespace the node's namespace; asked for each observation, so it may arrive late
   * @param domain the registrable domain that a domain name or URL names
   */
  public Episodes(
      Supplier<NodeNamespace> namespace, Function<StixObject, Optional<String>> domain) {
    this.namespace = namespace;
    this.domain = domain;
  }

  /** The episode of that observation; empty where it tells of no incident. */
  public Optional<Episode> of(Observation observation) {
    return Optional.ofNullable(observation.rsit()).map(type -> of(observation, type));
  }

  private Episode of(Observation observation, Rsit type) {
    return MailThread.of(observation)
        .map(thread -> of(thread, type))
        .orElseGet(() -> spanOf(observation, type));
  }

  /** An exchange of mails is one however long it goes on, and wherever its authors are. */
  private Episode of(MailThread thread, Rsit type) {
    UUID id = NameBasedId.in(namespace.get().id()).part("thread").part(thread.root()).id();
    return new Episode(
        id,
        type,
        MailThread.REPORT_TYPE,
        Network.NONE,
        FIRST,
        LAST,
        NameBasedId.in(id).part("none").id());
  }

  private Episode spanOf(Observation observation, Rsit type) {
    Network network = network(Subject.of(observation));
    String own = network.equals(Network.NONE) ? ownKey(observation) : "";
    long seconds = window(type).toSeconds();
    long number = Math.floorDiv(within(observation.observedAt()).getEpochSecond(), seconds);
    Key key = new Key(type, observation.reportType(), network, own);
    return new Episode(
        id(key, number),
        type,
        observation.reportType(),
        network,
        Instant.ofEpochSecond(number * seconds),
        Instant.ofEpochSecond((number + 1) * seconds),
        id(key, number - 1));
  }

  /** What is vulnerable is reported again day by day; everything else happens and is over. */
  static Duration window(Rsit type) {
    return type.classification().equals("vulnerable") ? WEEK : DAY;
  }

  private static Instant within(Instant time) {
    if (time.isBefore(FIRST)) {
      return FIRST;
    }
    return time.isAfter(LAST) ? LAST : time;
  }

  private record Key(Rsit type, @Nullable String reportType, Network network, String own) {}

  private UUID id(Key key, long number) {
    Network network = key.network();
    return NameBasedId.in(namespace.get().id())
        .part("episode")
        .part(key.type().type())
        .part(Objects.requireNonNullElse(key.reportType(), ""))
        .part(network.asn() == null ? "" : network.asn().toString())
        .part(Objects.requireNonNullElse(network.domain(), ""))
        .part(Objects.requireNonNullElse(network.ip(), ""))
        .part(Objects.requireNonNullElse(network.country(), ""))
        .part(key.own())
        .part(Long.toString(number))
        .id();
  }

  private Network network(Subject subject) {
    List<StixObject> own = subject.objects();
    @Nullable Long asn = own.stream().flatMap(Episodes::asn).findFirst().orElse(null);
    if (asn != null) {
      return new Network(asn, null, null, subject.country());
    }
    @Nullable String name = name(own.stream().filter(object -> !isMail(object)));
    if (name != null) {
      return new Network(null, name, null, subject.country());
    }
    @Nullable String ip = own.stream().flatMap(Episodes::address).findFirst().orElse(null);
    @Nullable String provider = ip == null ? name(own.stream().filter(Episodes::isMail)) : null;
    return new Network(null, provider, ip, subject.country());
  }

  private @Nullable String name(Stream<StixObject> objects) {
    return objects.flatMap(object -> domain.apply(object).stream()).findFirst().orElse(null);
  }

  private static boolean isMail(StixObject object) {
    return object.type().equals("email-addr");
  }

  private static Stream<Long> asn(StixObject object) {
    JsonNode number = object.json().path("number");
    boolean named =
        object.type().equals("autonomous-system")
            && number.isIntegralNumber()
            && number.canConvertToLong()
            && number.longValue() >= 0;
    return named ? Stream.of(number.longValue()) : Stream.empty();
  }

  private static Stream<String> address(StixObject object) {
    return object.type().equals("ipv4-addr") || object.type().equals("ipv6-addr")
        ? object.text("value").filter(value -> !value.isBlank()).stream()
        : Stream.empty();
  }

  /**
   * Of what names no part of the net: the same file is the same incident, anything else its own.
   */
  private static String ownKey(Observation observation) {
    return observation.objects().stream()
        .filter(object -> object.type().equals("file") || object.type().equals("artifact"))
        .flatMap(Episodes::hash)
        .findFirst()
        .orElseGet(() -> observation.contentId().toString());
  }

  private static Stream<String> hash(StixObject object) {
    JsonNode hashes = object.json().path("hashes");
    return Stream.of("SHA-256", "SHA-512", "SHA-1", "MD5")
        .map(hashes::path)
        .filter(JsonNode::isString)
        .map(hash -> hash.stringValue().toLowerCase(Locale.ROOT))
        .limit(1);
  }
}
