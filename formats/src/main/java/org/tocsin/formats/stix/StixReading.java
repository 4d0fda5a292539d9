package org.tocsin.formats.stix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.Lines;
import org.tocsin.formats.record.Outline;
import org.tocsin.formats.record.Span;
import org.tocsin.model.report.Accepted;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Normalised;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.Reject;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.report.Slot;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.stix.StixObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one raw record, once: first every object by itself, then what they say of each other
 * (markings, observables), whatever order they stand in.
 */
final class StixReading {
  private static final Logger LOG = LoggerFactory.getLogger(StixReading.class);

  private record Valid(int position, Span span, StixObject object, ObjectKind kind) {}

  private final RawRecord raw;
  private final NodeNamespace namespace;
  private final StixSchemas schemas;
  private final Edition edition;
  private final WarningList warnings;
  private final byte[] text;
  private final Outline outline;
  private final Lines lines;
  private final Markings markings = new Markings();
  private final Observables observables = new Observables();
  private final List<Valid> valid = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  StixReading(
      RawRecord raw,
      NodeNamespace namespace,
      StixSchemas schemas,
      Edition edition,
      WarningList warnings) {
    this.raw = raw;
    this.namespace = namespace;
    this.schemas = schemas;
    this.edition = edition;
    this.warnings = warnings;
    this.text = raw.text();
    this.outline = Outline.of(raw, text, "objects");
    this.lines = new Lines(raw, text);
  }

  Normalised read() {
    for (int position = 0; position < outline.records().size(); position++) {
      read(position, outline.records().get(position));
    }
    outline.context().forEach(this::learn);
    if (outline.remainder() != null) {
      rejectRemainder(outline.remainder());
    }
    ObservedDataReader observedData = new ObservedDataReader(raw, namespace, markings, observables);
    return new Normalised(
        valid.stream().map(object -> accept(object, observedData)).toList(), rejects);
  }

  private void read(int position, Span span) {
    try {
      valid.add(check(position, span));
    } catch (FaultyObjectException e) {
      reject(position, span, e);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("reading object {} of {} failed: {}", position, rawId(), whereabouts(e));
      reject(
          position,
          span,
          new FaultyObjectException(
              RejectReason.UNREADABLE, "", "Reading this object failed; the log says how."));
    }
  }

  /** Where it happened; not the message, which may hold what the object says. */
  private static String whereabouts(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private String rawId() {
    return Slot.rawId(raw.receipt(), raw.number());
  }

  private Valid check(int position, Span span) throws FaultyObjectException {
    ObjectNode json = ObjectParser.parse(text, span);
    StixObject object = new StixObject(json);
    requireList(object);
    CoreRules.checkIdentity(object);
    if (object.type().equals("marking-definition")) {
      markings.define(object);
    }
    upgrade(json, span);
    ObjectKind.Rules rules = ObjectKind.of(object);
    CoreRules.checkVersion(object, rules.kind());
    schemas.check(json, span.length(), rules.schema());
    if (rules.kind() == ObjectKind.OBSERVABLE) {
      observables.add(object, span.length());
    }
    requireNoBenignValue(object);
    return new Valid(position, span, object, rules.kind());
  }

  /** A revoked one takes back what may have been taken elsewhere. */
  private void requireNoBenignValue(StixObject object) throws FaultyObjectException {
    JsonNode json = object.json();
    boolean asks = object.type().equals("indicator") && !json.path("revoked").asBoolean(false);
    if (asks && json.path("pattern_type").asString("").equals("stix")) {
      String objection = warnings.objectionToPattern(json.path("pattern").asString(""));
      if (objection != null) {
        throw FaultyObjectException.bad(
            "pattern", "This is no indicator of anything: " + objection);
      }
    }
  }

  /** What an object of a former edition carried inside is held to the rules of its own type. */
  private void upgrade(ObjectNode json, Span span) throws FaultyObjectException {
    try {
      List<Edition.Carried> carried = edition.upgrade(json);
      for (Edition.Carried one : carried) {
        check(one, span);
        observables.add(one.object(), span.length() / carried.size());
      }
    } catch (Fault e) {
      String path = e.path();
      throw new FaultyObjectException(e.reason(), path == null ? "" : path, e.detail());
    }
  }

  private void check(Edition.Carried one, Span span) throws FaultyObjectException {
    try {
      schemas.check(one.object().json(), span.length(), ObjectKind.ofObservable(one.object()));
    } catch (FaultyObjectException e) {
      throw new FaultyObjectException(e.reason(), one.path() + e.path(), e.detail());
    }
  }

  /** A document that is one object and a bundle is a bundle whose objects are no list. */
  private void requireList(StixObject object) throws FaultyObjectException {
    if (outline.list() == null && object.type().equals("bundle")) {
      throw FaultyObjectException.bad("objects", "The objects of a bundle are a list.");
    }
  }

  /**
   * What the preamble repeats was accounted for with its own raw record; faults are known there.
   */
  private void learn(Span span) {
    try {
      check(0, span);
    } catch (FaultyObjectException | RuntimeException | StackOverflowError e) {
      LOG.debug("{} repeats an object that was rejected", rawId());
    }
  }

  private void reject(int position, Span span, FaultyObjectException fault) {
    String pointer = outline.pointer(position) + fault.path();
    String path = pointer.isEmpty() ? null : pointer;
    rejects.add(new Reject(position, lines.of(span.start()), path, fault.reason(), fault.detail()));
  }

  private void rejectRemainder(Span remainder) {
    boolean brokenOff = remainder.length() == 0;
    rejects.add(
        new Reject(
            outline.records().size(),
            lines.of(remainder.start()),
            null,
            RejectReason.UNREADABLE,
            brokenOff
                ? "The list of objects breaks off before its end."
                : "From here on this is not JSON, or it breaks off before its end."));
  }

  private Accepted accept(Valid found, ObservedDataReader observedData) {
    StixObject object = found.object();
    edition.settle(object.json());
    String hash = ContentHash.of(object.json(), text, found.span());
    String version =
        found.kind() == ObjectKind.VERSIONED
            ? object.modified().map(Instant::toString).orElse(hash)
            : hash;
    @Nullable Observation observation =
        object.type().equals("observed-data") ? observedData.read(object) : null;
    return new Accepted(
        found.position(),
        found.span().start(),
        found.span().length(),
        new StixVersion(
            namespace.versionId(object.id(), version),
            hash,
            object,
            observation == null ? raw.effectiveTlp(markings.levelOf(object)) : observation.tlp(),
            observation));
  }
}
