package org.tocsin.formats.idea;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.formats.record.Fault;
import org.tocsin.formats.record.JsonValues;
import org.tocsin.formats.record.ObservationWriter;
import org.tocsin.formats.record.ObservedDraft;
import org.tocsin.formats.record.Timestamps;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;
import org.tocsin.formats.sco.Traffic;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.tlp.Tlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an observation of an event. */
final class EventReader {
  /** A server of the botnet that an infected system is part of. */
  private static final Set<String> CALLED = Set.of("CC");

  private final ObservationWriter writer;

  EventReader(RawRecord raw, NodeNamespace namespace) {
    this.writer = new ObservationWriter(raw, namespace);
  }

  Observation read(ObjectNode event, byte[] bytes) throws Fault {
    ObservedDraft draft = new ObservedDraft(observedAt(event));
    time(event, "CeaseTime").ifPresent(draft::ended);
    @Nullable Rsit rsit = Categories.type(JsonValues.texts(event, "Category"), hasSourceUrl(event));
    parties(event, rsit, draft);
    attachments(event, draft.scos());
    List<String> categories = JsonValues.texts(event, "Category");
    draft.reportType(categories.isEmpty() ? null : categories.getFirst());
    draft.rsit(rsit);
    draft.number(count(event)).confidence(confidence(event)).tlp(tlp(event));
    JsonValues.keep(event, path -> !path.endsWith(".Content"), draft);
    return writer.write(contentId(event, bytes), draft);
  }

  private UUID contentId(ObjectNode event, byte[] bytes) {
    String id = JsonValues.text(event, "ID");
    return id == null
        ? writer.contentId(IdeaFormat.NAME, bytes)
        : writer.contentId(IdeaFormat.NAME + ":id", id.getBytes(StandardCharsets.UTF_8));
  }

  /** When it began; where the event does not know, when it was detected, which it must say. */
  private static Instant observedAt(ObjectNode event) throws Fault {
    Optional<Instant> began = time(event, "EventTime");
    if (began.isPresent()) {
      return began.get();
    }
    return time(event, "DetectTime")
        .orElseThrow(() -> Fault.missing("/DetectTime", "an event says when it was detected"));
  }

  private static Optional<Instant> time(ObjectNode event, String name) throws Fault {
    String text = JsonValues.text(event, name);
    if (text == null) {
      return Optional.empty();
    }
    Optional<Instant> time = Timestamps.parse(text);
    if (time.isEmpty()) {
      throw Fault.bad("/" + name, "this is no time");
    }
    return time;
  }

  /**
   * The source is what an event is about; the target only where there is no source, and never what
   * an infected system called.
   */
  private static void parties(ObjectNode event, @Nullable Rsit rsit, ObservedDraft draft) {
    ScoSet scos = draft.scos();
    List<String> protocols = new ArrayList<>();
    boolean infected = rsit == Rsit.INFECTED_SYSTEM;
    Set<String> sources = new LinkedHashSet<>();
    Side source = party(event, "Source", protocols, infected ? CALLED : Set.of(), sources, scos);
    Set<String> targets = new LinkedHashSet<>();
    Side target = party(event, "Target", protocols, Set.of(), targets, scos);
    draft.about(source.own().isEmpty() && sources.isEmpty() && !infected ? targets : sources);
    Traffic.between(source, target, protocols, scos);
  }

  /**
   * Adds sources or targets.
   *
   * @param others types of those that are not what the event is about
   * @param own takes the ids of what belongs to the rest
   */
  private static Side party(
      ObjectNode event,
      String name,
      List<String> protocols,
      Set<String> others,
      Set<String> own,
      ScoSet scos) {
    Side all = new Side(scos);
    for (JsonNode one : JsonValues.objects(event, name)) {
      if (PartyReader.hasRoom(scos)) {
        Set<String> found = PartyReader.read(one, all, scos);
        if (JsonValues.texts(one, "Type").stream().noneMatch(others::contains)) {
          own.addAll(found);
        }
      }
      protocols.addAll(JsonValues.texts(one, "Proto"));
    }
    return all;
  }

  private static void attachments(ObjectNode event, ScoSet scos) {
    for (JsonNode attachment : JsonValues.objects(event, "Attach")) {
      Hashes hashes = new Hashes();
      for (String text : JsonValues.texts(attachment, "Hash")) {
        PartyReader.addHash(text, hashes);
      }
      if (!hashes.isEmpty()) {
        scos.file(hashes);
      }
    }
  }

  private static boolean hasSourceUrl(ObjectNode event) {
    return JsonValues.objects(event, "Source").stream()
        .anyMatch(source -> !JsonValues.texts(source, "URL").isEmpty());
  }

  private static long count(ObjectNode event) {
    for (String name : List.of("ConnCount", "FlowCount")) {
      JsonNode count = event.path(name);
      if (count.isIntegralNumber() && count.canConvertToLong()) {
        return count.longValue();
      }
    }
    return 1;
  }

  private static @Nullable Integer confidence(ObjectNode event) {
    JsonNode sure = event.path("Confidence");
    return sure.isNumber() ? percent(sure.decimalValue()) : null;
  }

  private static int percent(BigDecimal share) {
    return share.min(BigDecimal.ONE).max(BigDecimal.ZERO).movePointRight(2).intValue();
  }

  /** IDEA defines none; those who give one write it at the top or among their own fields. */
  private static @Nullable Tlp tlp(ObjectNode event) {
    Tlp level = null;
    List<String> texts = new ArrayList<>(JsonValues.texts(event, "TLP"));
    for (var property : event.properties()) {
      if (property.getKey().startsWith("_")) {
        texts.addAll(JsonValues.texts(property.getValue(), "TLP"));
      }
    }
    for (String text : texts) {
      Tlp one = Tlp.parse(text.toUpperCase(Locale.ROOT)).orElse(Tlp.RED);
      level = level == null ? one : Tlp.stricter(level, one);
    }
    return level;
  }
}
