package org.tocsin.formats.stix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.model.stix.TocsinExtension;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an observation of an observed-data (STIX 2.1 section 4.14) and its observables. */
final class ObservedDataReader {
  /** A machine tag such as {@code rsit:malicious-code="c2-server"}. */
  private static final Pattern RSIT_TAG = Pattern.compile("rsit:([a-z-]+)=\"([a-z0-9-]+)\"");

  private final RawRecord raw;
  private final NodeNamespace namespace;
  private final Markings markings;
  private final Observables observables;

  ObservedDataReader(
      RawRecord raw, NodeNamespace namespace, Markings markings, Observables observables) {
    this.raw = raw;
    this.namespace = namespace;
    this.markings = markings;
    this.observables = observables;
  }

  /** The observation; its content id is the same for all versions of the object. */
  Observation read(StixObject observedData) {
    List<StixObject> objects = new ArrayList<>();
    objects.add(observedData);
    objects.addAll(observables.referredToBy(observedData));
    return new Observation(
        namespace.contentId(
            raw.origin(), StixFormat.NAME, List.of(observedData.id().getBytes(UTF_8))),
        observedAt(observedData),
        rsit(observedData).orElse(null),
        extension(observedData, TocsinExtension.REPORT_TYPE).orElse(null),
        tlp(objects),
        objects);
  }

  private static Instant observedAt(StixObject observedData) {
    return observedData.text("last_observed").flatMap(StixTime::parse).orElseThrow();
  }

  /** An observation shows its observables with it, so their markings bind it too. */
  private Tlp tlp(List<StixObject> objects) {
    @Nullable Tlp strictest = null;
    for (StixObject object : objects) {
      strictest = stricter(strictest, markings.levelOf(object));
    }
    for (JsonNode embedded : objects.getFirst().json().path("objects")) {
      if (embedded instanceof ObjectNode object) {
        strictest = stricter(strictest, markings.levelOf(new StixObject(object)));
      }
    }
    return raw.effectiveTlp(strictest);
  }

  private static @Nullable Tlp stricter(@Nullable Tlp one, @Nullable Tlp other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Tlp.stricter(one, other);
  }

  /** What the object says in the two ways that leave no doubt: our extension, and RSIT's tags. */
  private static Optional<Rsit> rsit(StixObject observedData) {
    Optional<Rsit> own =
        extension(observedData, TocsinExtension.CLASSIFICATION_TYPE).flatMap(Rsit::ofType);
    return own.isPresent()
        ? own
        : observedData.texts("labels").stream().flatMap(label -> ofTag(label).stream()).findFirst();
  }

  private static Optional<Rsit> ofTag(String label) {
    Matcher tag = RSIT_TAG.matcher(label);
    return tag.matches()
        ? Rsit.ofType(tag.group(2)).filter(rsit -> rsit.classification().equals(tag.group(1)))
        : Optional.empty();
  }

  private static Optional<String> extension(StixObject observedData, String property) {
    return observedData
        .json()
        .path("extensions")
        .path(TocsinExtension.ID)
        .path(property)
        .stringValueOpt();
  }
}
