package org.tocsin.model.warning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.release.Release;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.tlp.Tlp;

/**
 * What goes out: what is written of it, what was published, and who has seen it.
 *
 * @param id for ever
 * @param number short and for people, such as {@code W-2026-000123}: the year it was made in and
 *     the place of that in the journal
 * @param createdBy who made it
 * @param createdAt when
 * @param changedAt when it was last changed, but for acknowledgements
 * @param versions what was published, the first one first
 * @param working what is to be published next, null where nothing is
 * @param withdrawal its end, null where it was not taken back
 * @param acknowledgements who has seen it, in the order of the journal
 * @param replaces the one whose place it took under a narrower marking, null where it took none
 * @param replacedBy the one that took its place, null where none did
 */
public record Warning(
    UUID id,
    String number,
    String createdBy,
    Instant createdAt,
    Instant changedAt,
    List<WarningVersion> versions,
    @Nullable WorkingCopy working,
    @Nullable Withdrawal withdrawal,
    List<WarningAcknowledgement> acknowledgements,
    @Nullable UUID replaces,
    @Nullable UUID replacedBy)
    implements Entity {
  public Warning {
    versions = List.copyOf(versions);
    acknowledgements = List.copyOf(acknowledgements);
  }

  /** Names a warning. */
  public static EntityRef ref(UUID id) {
    return new EntityRef(EntityKind.WARNING, id.toString());
  }

  @Override
  public EntityRef ref() {
    return ref(id);
  }

  /** The number of one that this record of the journal makes. */
  static String number(Journaled made) {
    return "W-%d-%06d".formatted(made.at().atZone(ZoneOffset.UTC).getYear(), made.offset());
  }

  /** What readers see of it now; empty where nothing was ever published. */
  public Optional<WarningVersion> published() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  /** What it says: to readers, or where nothing was published, to the team. */
  public WarningContent content() {
    return published()
        .map(WarningVersion::content)
        .orElseGet(() -> working == null ? withoutContent() : working.content());
  }

  private WarningContent withoutContent() {
    throw new IllegalStateException("warning " + id + " was neither published nor written");
  }

  /** Where it stands; {@link WarningState#EXPIRED} is left to {@link #state(Instant)}. */
  public WarningState state() {
    if (withdrawal != null) {
      return WarningState.WITHDRAWN;
    }
    if (!versions.isEmpty()) {
      return WarningState.PUBLISHED;
    }
    return working != null && working.inReview() ? WarningState.IN_REVIEW : WarningState.DRAFT;
  }

  /** Where it stands at that time. */
  public WarningState state(Instant now) {
    WarningState state = state();
    Instant end = content().validUntil();
    return state == WarningState.PUBLISHED && end != null && !end.isAfter(now)
        ? WarningState.EXPIRED
        : state;
  }

  /** When readers were last shown something new of it; empty where they never were. */
  public Optional<Instant> shownAt() {
    return withdrawal != null
        ? published().map(any -> withdrawal.at())
        : published().map(WarningVersion::at);
  }

  /** What the sharing policy looks at; before it is published, nobody but the team sees it. */
  public Marked marked() {
    return published()
        .map(version -> version.content().marked(createdBy))
        .orElseGet(() -> Marked.of(Tlp.RED, ""));
  }

  /** Whether that reader has acknowledged what is published now. */
  public boolean isAcknowledgedBy(String name) {
    int current = published().map(WarningVersion::number).orElse(0);
    return acknowledgements.stream()
        .anyMatch(one -> one.version() == current && one.by().equals(name));
  }

  /**
   * What a reader may see of it, whom its marking lets see it: the team all of it, others the
   * versions whose own marking lets them and what their own organisation acknowledged.
   */
  public Warning shownTo(Reader reader, SharingFilter filter) {
    if (reader.isStaff()) {
      return this;
    }
    return new Warning(
        id,
        number,
        "",
        createdAt,
        shownAt().orElse(createdAt),
        versions.stream()
            .filter(version ->
                version.number() == versions.size()
                    || filter.admits(version.content().marked(createdBy)))
            .map(Warning::forReaders)
            .toList(),
        null,
        withdrawal == null
            ? null
            : new Withdrawal("", withdrawal.at(), withdrawal.offset(), withdrawal.reason()),
        acknowledgements.stream().filter(one -> isOf(reader, one)).toList(),
        replaces,
        replacedBy);
  }

  private static WarningVersion forReaders(WarningVersion version) {
    return new WarningVersion(
        version.number(),
        version.content().withoutIncidents(),
        version.at(),
        version.offset(),
        "",
        "",
        version.hash(),
        version.note());
  }

  private static boolean isOf(Reader reader, WarningAcknowledgement one) {
    return one.by().equals(reader.name())
        || one.organisation() != null && one.organisation().equals(reader.organisation());
  }

  /** The same, linked to no others than those. */
  public Warning linkedTo(@Nullable UUID wider, @Nullable UUID narrower) {
    return new Warning(
        id,
        number,
        createdBy,
        createdAt,
        changedAt,
        versions,
        working,
        withdrawal,
        acknowledgements,
        wider,
        narrower);
  }

  /**
   * What that record of the journal released of it: the version it published, or that it was taken
   * back; empty where it did neither.
   */
  public Optional<Release> release(Journaled made) {
    return WarningStix.of(this, made);
  }

  Warning with(@Nullable WorkingCopy other, Instant at) {
    return new Warning(
        id,
        number,
        createdBy,
        createdAt,
        at,
        versions,
        other,
        withdrawal,
        acknowledgements,
        replaces,
        replacedBy);
  }

  Warning published(WarningVersion version) {
    List<WarningVersion> all = new ArrayList<>(versions);
    all.add(version);
    return new Warning(
        id,
        number,
        createdBy,
        createdAt,
        version.at(),
        all,
        null,
        null,
        acknowledgements,
        replaces,
        replacedBy);
  }

  Warning withdrawn(Withdrawal end, @Nullable UUID successor) {
    return new Warning(
        id,
        number,
        createdBy,
        createdAt,
        end.at(),
        versions,
        versions.isEmpty() ? working : null,
        end,
        acknowledgements,
        replaces,
        successor);
  }

  Warning acknowledged(WarningAcknowledgement one) {
    List<WarningAcknowledgement> all = new ArrayList<>(acknowledgements);
    all.add(one);
    return new Warning(
        id,
        number,
        createdBy,
        createdAt,
        changedAt,
        versions,
        working,
        withdrawal,
        all,
        replaces,
        replacedBy);
  }
}
