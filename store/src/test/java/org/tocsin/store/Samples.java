package org.tocsin.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.Fact;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.report.Slot;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts with documentation addresses (RFC 5737, RFC 3849, RFC 2606), to be varied by tests. */
public final class Samples {
  /** The time of most samples. */
  public static final Instant NOW = Instant.parse("2026-11-15T12:00:00Z");

  /** Who publishes most samples. */
  public static final Origin ORIGIN = new Origin("example-provider", "reports");

  private static final UUID NAMESPACE = UUID.fromString("5d4f8e0c-31a2-4a53-9f0e-0b6d1c6f2a10");

  private Samples() {}

  /** An id that follows from a name. */
  public static UUID id(String name) {
    return NameBasedId.of(NAMESPACE, name.getBytes(StandardCharsets.UTF_8));
  }

  /** Slot of a receipt of that name. */
  public static Slot slot(String receipt, int number, int position) {
    return new Slot(id(receipt), number, position);
  }

  /** A fact in that slot, visible from the sample time plus that many microseconds on. */
  public static PlacedFact placed(Fact fact, Slot slot, long addedMicros) {
    return placed(fact, slot, addedMicros, 1);
  }

  /** The same, made by that version of the normaliser. */
  public static PlacedFact placed(Fact fact, Slot slot, long addedMicros, int normaliser) {
    return new PlacedFact(
        slot,
        ORIGIN,
        "feed-example",
        "example-csv",
        normaliser,
        NOW,
        NOW.plusNanos(addedMicros * 1_000),
        new RawLocation(Lane.BULK, 0, slot.number()),
        new Accepted(slot.position(), 10 * slot.position(), 10, fact),
        null);
  }

  /** The same, sent in by somebody else. */
  public static PlacedFact by(PlacedFact fact, String submitter, Origin origin) {
    return new PlacedFact(
        fact.slot(),
        origin,
        submitter,
        fact.format(),
        fact.normaliser(),
        fact.collectedAt(),
        fact.added(),
        fact.raw(),
        fact.accepted(),
        fact.incident());
  }

  /** The same record as a normaliser reads it in a submission that was opened at that time. */
  public static PlacedFact collected(PlacedFact fact, Instant collectedAt) {
    Accepted accepted = fact.accepted();
    return new PlacedFact(
        fact.slot(),
        fact.origin(),
        fact.submitter(),
        fact.format(),
        fact.normaliser(),
        collectedAt,
        fact.added(),
        fact.raw(),
        new Accepted(
            accepted.position(),
            accepted.start(),
            accepted.length(),
            created((Observation) accepted.fact(), collectedAt)),
        fact.incident());
  }

  private static Observation created(Observation observation, Instant time) {
    List<StixObject> objects = new ArrayList<>(observation.objects());
    ObjectNode json = objects.getFirst().json().deepCopy();
    json.put("created", StixTime.millis(time)).put("modified", StixTime.millis(time));
    objects.set(0, new StixObject(json));
    return new Observation(
        observation.contentId(),
        observation.observedAt(),
        observation.rsit(),
        observation.reportType(),
        observation.tlp(),
        objects);
  }

  /** An observation of that content. */
  public static Observation observation(String content) {
    return observation(content, Tlp.AMBER);
  }

  /** An observation of that content and level. */
  public static Observation observation(String content, Tlp tlp) {
    return observation(content, tlp, NOW.minusSeconds(3_600));
  }

  /** An observation of that content, level and time. */
  public static Observation observation(String content, Tlp tlp, Instant observedAt) {
    int number = Math.floorMod(content.hashCode(), 65_536);
    List<StixObject> objects = new ArrayList<>();
    objects.add(
        object("ipv4-addr")
            .put("id", "ipv4-addr--" + id(content))
            .put("value", "198.51." + number / 256 + "." + number % 256)
            .build());
    objects.add(
        object("domain-name")
            .put("id", "domain-name--" + id(content))
            .put("value", "Host-" + number + ".Example.com")
            .build());
    return observation(content, tlp, observedAt, objects);
  }

  /** An observation that refers to those objects. */
  public static Observation observation(
      String content, Tlp tlp, Instant observedAt, List<StixObject> scos) {
    List<StixObject> objects = new ArrayList<>();
    objects.add(
        observedData(content, tlp, observedAt, List.of("fr"), scos.toArray(StixObject[]::new)));
    objects.addAll(scos);
    return new Observation(
        id(content), observedAt, Rsit.VULNERABLE_SYSTEM, "scan_example", tlp, objects);
  }

  /** An observed-data of that content, which names those countries and refers to those objects. */
  public static StixObject observedData(
      String content, Tlp tlp, Instant observedAt, List<String> countries, StixObject... scos) {
    ObjectNode json =
        object("observed-data")
            .put("created", StixTime.millis(NOW))
            .put("modified", StixTime.millis(NOW))
            .put("first_observed", observedAt.toString())
            .put("last_observed", observedAt.toString())
            .build()
            .json();
    json.put("id", "observed-data--" + id(content));
    json.put("number_observed", 1);
    json.putArray("object_marking_refs").add(tlp.markingId());
    ArrayNode refs = json.putArray("object_refs");
    Arrays.stream(scos).map(StixObject::id).forEach(refs::add);
    ObjectNode extension = json.putObject("extensions").putObject(TocsinExtension.ID);
    extension.put("extension_type", "property-extension");
    countries.forEach(extension.putArray(TocsinExtension.COUNTRIES)::add);
    extension
        .putObject(TocsinExtension.FIELDS)
        .put("banner", "Example Server 1.2 of " + content)
        .put("port", "8080");
    return new StixObject(json);
  }

  /** Begins an object of that type. */
  public static ObjectBuilder object(String type) {
    return new ObjectBuilder(type);
  }

  /** A version of an object that arrived as STIX. */
  public static StixVersion version(StixObject object, Tlp tlp) {
    return version(object, tlp, null);
  }

  /** A version of an object that arrived as STIX, with what it is searched by. */
  public static StixVersion version(StixObject object, Tlp tlp, @Nullable Observation observation) {
    String modified = object.text("modified").orElse("");
    return new StixVersion(
        id(object.id() + modified), "hash-" + object.json().hashCode(), object, tlp, observation);
  }

  /** An indicator of that name, in the version of that time. */
  public static StixObject indicator(String name, Instant modified) {
    return object("indicator")
        .put("id", "indicator--" + id(name))
        .put("created", StixTime.millis(NOW))
        .put("modified", StixTime.millis(modified))
        .put("name", name)
        .put("pattern", "[ipv4-addr:value = '198.51.100.7']")
        .build();
  }

  /** Builds an object property by property. */
  public static final class ObjectBuilder {
    private final ObjectNode json = StixJson.MAPPER.createObjectNode();

    private ObjectBuilder(String type) {
      json.put("type", type).put("spec_version", "2.1").put("id", type + "--" + UUID.randomUUID());
    }

    /** Sets a text. */
    public ObjectBuilder put(String name, String value) {
      json.put(name, value);
      return this;
    }

    /** Sets a property to what that JSON says. */
    public ObjectBuilder json(String name, String value) {
      json.set(name, StixJson.MAPPER.readTree(value));
      return this;
    }

    /** The object. */
    public StixObject build() {
      return new StixObject(json);
    }
  }
}
