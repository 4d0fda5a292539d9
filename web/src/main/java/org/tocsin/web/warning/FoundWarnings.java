package org.tocsin.web.warning;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.store.Page;
import org.tocsin.store.StoredWarning;
import org.tocsin.store.WarningQuery;
import org.tocsin.store.Warnings;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;

/** Warnings, as a reader may see them. */
public final class FoundWarnings {
  private static final String NOUN = "warning";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private final Warnings warnings;
  private final InstantSource clock;

  /** Asks these. */
  public FoundWarnings(Warnings warnings, InstantSource clock) {
    this.warnings = warnings;
    this.clock = clock;
  }

  /**
   * A page of what was looked for.
   *
   * @throws BadParameterException where a condition cannot be read
   */
  public Page<SeenWarning> page(WarningParameters given, int usualLimit, Reader reader) {
    SharingFilter filter = SharingPolicy.knowledge(reader);
    WarningQuery query = given.query(usualLimit, reader);
    Page<StoredWarning> page =
        BadParameterException.unlessReadable(() -> warnings.search(query, filter, clock.instant()));
    return new Page<>(
        page.items().stream()
            .filter(one -> hasSomethingFor(one, reader))
            .map(one -> seen(one, reader, filter))
            .toList(),
        page.cursor(),
        page.more());
  }

  /**
   * One warning as it stands now.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public SeenWarning one(String idOrNumber, Reader reader) {
    SharingFilter filter = SharingPolicy.knowledge(reader);
    return warnings
        .find(idOrNumber, filter)
        .filter(stored -> hasSomethingFor(stored, reader))
        .map(stored -> seen(stored, reader, filter))
        .orElseThrow(() -> new NotVisibleException(NOUN));
  }

  /**
   * The same, for the team alone.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   * @throws AccessDeniedException when there is, and the reader is not of the team
   */
  public SeenWarning whole(String idOrNumber, Reader reader) {
    SeenWarning seen = one(idOrNumber, reader);
    if (!seen.whole()) {
      throw new AccessDeniedException("this is for the node's team");
    }
    return seen;
  }

  /** A warning after a command of that reader. */
  public SeenWarning after(Revision revision, Reader reader) {
    StoredWarning stored = new StoredWarning(revision.as(Warning.class), revision.version());
    return seen(stored, reader, SharingPolicy.knowledge(reader));
  }

  /**
   * Waits until whoever looks for the warning by its number finds it as that revision has it, or
   * later; not for ever. A decision is known a moment before what it changed.
   */
  public void await(Revision revision, Reader reader) {
    String number = revision.as(Warning.class).number();
    SharingFilter filter = SharingPolicy.knowledge(reader);
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!isThere(number, revision.version(), filter) && System.nanoTime() < end) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean isThere(String number, long version, SharingFilter filter) {
    return warnings.find(number, filter).filter(stored -> stored.version() >= version).isPresent();
  }

  /**
   * A published version of it.
   *
   * @param number of the version
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public static WarningVersion version(SeenWarning seen, String number) {
    return seen.warning().versions().stream()
        .filter(version -> String.valueOf(version.number()).equals(number))
        .findFirst()
        .orElseThrow(() -> new NotVisibleException("version"));
  }

  /**
   * What is to be published next.
   *
   * @throws NotVisibleException when there is nothing, or not for this reader
   */
  public static WarningContent working(SeenWarning seen) {
    return Optional.ofNullable(seen.warning().working())
        .orElseThrow(() -> new NotVisibleException("version"))
        .content();
  }

  /** The version before that one, as far as the reader may see it; empty for the first. */
  public static Optional<WarningVersion> before(SeenWarning seen, int number) {
    return seen.warning().versions().stream()
        .filter(version -> version.number() < number)
        .reduce((one, next) -> next);
  }

  /** The number of another warning this one is linked to; empty where the reader may not see it. */
  public Optional<String> number(@Nullable UUID other, Reader reader) {
    return other == null
        ? Optional.empty()
        : warnings
            .find(other.toString(), SharingPolicy.knowledge(reader))
            .map(stored -> stored.warning().number());
  }

  /** The marking of what is only written says so, too; this holds whatever was asked. */
  private static boolean hasSomethingFor(StoredWarning stored, Reader reader) {
    return reader.isStaff() || stored.warning().published().isPresent();
  }

  private SeenWarning seen(StoredWarning stored, Reader reader, SharingFilter filter) {
    Warning all = stored.warning();
    Warning shown = all.shownTo(reader, filter);
    if (!reader.isStaff()) {
      shown = shown.linkedTo(visible(all.replaces(), filter), visible(all.replacedBy(), filter));
    }
    return new SeenWarning(
        shown, reader.isStaff() ? stored.version() : 0, all.state(clock.instant()), reader);
  }

  /** Readers learn of a linked warning only where they may see it. */
  private @Nullable UUID visible(@Nullable UUID other, SharingFilter filter) {
    return other != null && warnings.find(other.toString(), filter).isPresent() ? other : null;
  }
}
