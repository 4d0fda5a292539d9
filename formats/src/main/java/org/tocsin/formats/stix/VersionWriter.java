package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Span;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the STIX objects that a document of another format becomes: the objects of one raw record,
 * with ids that are the same whenever the same document comes from the same feed.
 */
public final class VersionWriter {
  private static final int NANOS_OF_MILLI = 1_000_000;

  private final RawRecord raw;
  private final NodeNamespace namespace;
  private final byte[] text;

  /**
   * A writer for the records of that raw record.
   *
   * @param text what {@link RawRecord#text()} gave
   */
  public VersionWriter(RawRecord raw, NodeNamespace namespace, byte[] text) {
    this.raw = raw;
    this.namespace = namespace;
    this.text = text;
  }

  /**
   * The id of an object.
   *
   * @param own what makes the object what it is within provider and feed, such as the document's
   *     own id
   */
  public String id(String type, String... own) {
    return type
        + "--"
        + namespace.contentId(
            raw.origin(), type, Arrays.stream(own).map(part -> part.getBytes(UTF_8)).toList());
  }

  /** The id of the identity that stands for the provider. */
  public String provider() {
    return namespace.providerIdentity(raw.origin().provider());
  }

  /**
   * An object with the properties all have (STIX 2.1 section 3.2), to be filled in.
   *
   * @param modified the document's own date; one before {@code created} counts as that
   */
  public ObjectNode begin(String type, String id, Instant created, Instant modified) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("spec_version", "2.1")
        .put("id", id)
        .put("created_by_ref", provider())
        .put("created", time(created))
        .put("modified", time(modified.isBefore(created) ? created : modified));
  }

  /** Adds Tocsin's extension, and answers its place for the fields of the original document. */
  public ObjectNode fields(ObjectNode object) {
    return object
        .putObject("extensions")
        .putObject(TocsinExtension.ID)
        .put("extension_type", "property-extension")
        .put(TocsinExtension.PROVIDER, raw.origin().provider())
        .put(TocsinExtension.FEED, raw.origin().feed())
        .putObject(TocsinExtension.FIELDS);
  }

  /** A moment as STIX writes it, with at least three digits after the second. */
  public static String time(Instant instant) {
    return instant.getNano() % NANOS_OF_MILLI == 0 ? StixTime.millis(instant) : instant.toString();
  }

  /**
   * A finished object whose {@code modified} tells its versions apart.
   *
   * @param content the level the document asks for, null where it asks for none
   * @throws Fault where the object is not valid STIX 2.1
   */
  public Accepted write(int position, Span span, ObjectNode object, @Nullable Tlp content)
      throws Fault {
    Instant modified = new StixObject(object).modified().orElse(Instant.EPOCH);
    return write(position, span, object, content, modified.toString(), object);
  }

  /**
   * A finished object of a document that says nothing of its own versions: whatever differs from
   * what is known is the next version.
   *
   * @param record the record it was made of: the same again is the same version
   */
  public Accepted writeState(
      int position, Span span, ObjectNode object, @Nullable Tlp content, ObjectNode record)
      throws Fault {
    String version = ContentHash.of(record, text, span);
    return write(position, span, object, content, version, record);
  }

  private Accepted write(
      int position,
      Span span,
      ObjectNode object,
      @Nullable Tlp content,
      String version,
      ObjectNode hashed)
      throws Fault {
    String hash = ContentHash.of(hashed, text, span);
    Tlp tlp = raw.effectiveTlp(content);
    object.putArray("object_marking_refs").add(tlp.markingId());
    StixObject stix = new StixObject(object);
    check(stix, span);
    StixVersion fact =
        new StixVersion(namespace.versionId(stix.id(), version), hash, stix, tlp, null);
    return new Accepted(position, span.start(), span.length(), fact);
  }

  private static void check(StixObject object, Span span) throws Fault {
    try {
      StixReader.SCHEMAS.check(object.json(), span.length(), ObjectKind.of(object).schema());
    } catch (FaultyObjectException e) {
      throw new Fault(
          e.reason(),
          null,
          "The " + object.type() + " made of it is not valid at " + e.path() + ": " + e.detail());
    }
  }
}
