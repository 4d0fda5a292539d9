package org.tocsin.formats.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tocsin.model.report.FeedKind;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the observations of one raw record: an observed-data (STIX 2.1 section 4.14) with Tocsin's
 * extension, and the observables it refers to.
 */
public final class ObservationWriter {
  /** One document holds an observation with all it refers to. */
  private static final int MAX_OBSERVABLES = 5_000;

  private static final int NANOS_OF_MILLI = 1_000_000;

  private final RawRecord raw;
  private final NodeNamespace namespace;
  private final String createdBy;
  private final String created;

  /** A writer for the records of that raw record. */
  public ObservationWriter(RawRecord raw, NodeNamespace namespace) {
    this.raw = raw;
    this.namespace = namespace;
    this.createdBy = namespace.providerIdentity(raw.origin().provider());
    this.created = StixTime.millis(raw.collectedAt());
  }

  /**
   * The content id of a record: the same bytes from the same feed give the same. An entry of a list
   * is something else than an event of the same bytes: it has a beginning and an end.
   *
   * @param format name of the format, with whatever else gives the bytes their meaning
   * @param parts the record's own bytes
   */
  public UUID contentId(String format, byte[]... parts) {
    String meaning = raw.kind() == FeedKind.LIST ? format + " in a list" : format;
    return namespace.contentId(raw.origin(), meaning, Arrays.asList(parts));
  }

  /**
   * The observation.
   *
   * @throws Fault where the draft names no observable, so that no search could find it, or more
   *     than one document can hold
   */
  public Observation write(UUID contentId, ObservedDraft draft) throws Fault {
    if (draft.scos.ids().isEmpty()) {
      throw new Fault(
          RejectReason.MISSING_FIELD,
          null,
          "a record needs an address, a name, a URL, a hash or something else to find it by");
    }
    if (draft.scos.ids().size() > MAX_OBSERVABLES) {
      throw new Fault(
          RejectReason.LIMIT_EXCEEDED,
          null,
          "a record names at most " + MAX_OBSERVABLES + " observables");
    }
    Tlp tlp = raw.effectiveTlp(draft.tlp);
    List<StixObject> objects = new ArrayList<>();
    objects.add(observedData(contentId, draft, tlp));
    objects.addAll(draft.scos.objects());
    return new Observation(contentId, draft.observedAt, draft.rsit, draft.reportType, tlp, objects);
  }

  private StixObject observedData(UUID contentId, ObservedDraft draft, Tlp tlp) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    String first = time(draft.observedAt);
    json.put("type", "observed-data")
        .put("spec_version", "2.1")
        .put("id", "observed-data--" + contentId)
        .put("created_by_ref", createdBy)
        .put("created", created)
        .put("modified", created)
        .put("first_observed", first)
        .put("last_observed", draft.endedAt == null ? first : time(draft.endedAt))
        .put("number_observed", draft.number);
    ArrayNode objectRefs = json.putArray("object_refs");
    draft.scos.ids().forEach(objectRefs::add);
    Integer confidence = draft.confidence == null ? raw.confidence() : draft.confidence;
    if (confidence != null) {
      json.put("confidence", confidence);
    }
    json.putArray("object_marking_refs").add(tlp.markingId());
    json.putObject("extensions").set(TocsinExtension.ID, extension(draft));
    return new StixObject(json);
  }

  private ObjectNode extension(ObservedDraft draft) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("extension_type", "property-extension");
    if (draft.rsit != null) {
      json.put(TocsinExtension.CLASSIFICATION, draft.rsit.classification())
          .put(TocsinExtension.CLASSIFICATION_TYPE, draft.rsit.type());
    }
    json.put(TocsinExtension.PROVIDER, raw.origin().provider())
        .put(TocsinExtension.FEED, raw.origin().feed());
    if (draft.reportType != null) {
      json.put(TocsinExtension.REPORT_TYPE, draft.reportType);
    }
    if (!draft.countries.isEmpty()) {
      ArrayNode list = json.putArray(TocsinExtension.COUNTRIES);
      draft.countries.forEach(list::add);
    }
    Set<String> ids = draft.scos.ids();
    List<String> subject = draft.subject.stream().filter(ids::contains).toList();
    if (!subject.isEmpty()) {
      subject.forEach(json.putArray(TocsinExtension.SUBJECT_REFS)::add);
    }
    if (draft.subjectCountry != null) {
      json.put(TocsinExtension.SUBJECT_COUNTRY, draft.subjectCountry);
    }
    json.set(TocsinExtension.FIELDS, draft.fields);
    return json;
  }

  private static String time(Instant instant) {
    return instant.getNano() % NANOS_OF_MILLI == 0 ? StixTime.millis(instant) : instant.toString();
  }
}
