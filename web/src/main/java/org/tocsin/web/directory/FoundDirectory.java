package org.tocsin.web.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Revision;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.store.Decisions;
import org.tocsin.store.Page;
import org.tocsin.store.directory.DirectoryEntries;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import org.tocsin.web.problem.NotVisibleException;

/** The directory, as a reader may see it. */
public final class FoundDirectory {
  private final KnownDirectory known;
  private final Decisions decisions;

  /** Asks these. */
  public FoundDirectory(KnownDirectory known, Decisions decisions) {
    this.known = known;
    this.decisions = decisions;
  }

  /**
   * A page of organisations in the order of their ids, of each what the reader may see. Retired
   * ones are for the team.
   *
   * @throws BadParameterException where a condition cannot be read
   */
  public Page<Organisation> page(DirectoryParameters given, int usualLimit, Reader reader) {
    Predicate<Organisation> condition = given.condition().and(responsible(given.asset(), reader));
    String after = given.after();
    int limit = Given.limit(given.limit(), usualLimit);
    List<Organisation> found =
        known.now().organisations().stream()
            .filter(organisation -> organisation.id().compareTo(after) > 0)
            .filter(organisation -> !organisation.retired() || reader.isStaff())
            .filter(condition)
            .limit(limit + 1L)
            .map(organisation -> open(organisation, reader))
            .toList();
    List<Organisation> items = found.subList(0, Math.min(limit, found.size()));
    String last = items.isEmpty() ? after : items.getLast().id();
    return new Page<>(items, DirectoryParameters.cursor(last), found.size() > limit);
  }

  /**
   * One organisation as it stands now.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public Seen<Organisation> one(String id, Reader reader) {
    Revision revision = now(EntityKind.ORGANISATION, id, "organisation");
    Organisation organisation = revision.as(Organisation.class);
    boolean whole = SharingPolicy.wholeOrganisation(reader, organisation.id());
    if (organisation.retired() && !reader.isStaff()) {
      throw new NotVisibleException("organisation");
    }
    return new Seen<>(open(organisation, reader), revision.version(), whole);
  }

  /** The sharing groups the reader may know of, in the order of their ids. */
  public List<SharingGroup> groups(Reader reader) {
    return known.now().groups().stream()
        .filter(group -> SharingPolicy.sharingGroup(reader, group))
        .toList();
  }

  /**
   * One sharing group as it stands now.
   *
   * @throws NotVisibleException when there is none, or not for this reader
   */
  public Seen<SharingGroup> group(String id, Reader reader) {
    Revision revision = now(EntityKind.SHARING_GROUP, id, "sharing group");
    SharingGroup group = revision.as(SharingGroup.class);
    if (!SharingPolicy.sharingGroup(reader, group)) {
      throw new NotVisibleException("sharing group");
    }
    return new Seen<>(group, revision.version(), true);
  }

  /** What organisations call themselves is for everybody; empty for an id nobody has. */
  public Optional<String> name(String organisation) {
    return known.now().organisation(organisation).map(Organisation::name);
  }

  private static Organisation open(Organisation organisation, Reader reader) {
    return SharingPolicy.wholeOrganisation(reader, organisation.id())
        ? organisation
        : organisation.publicPart();
  }

  /** Assets are found only where they may be seen, or asking would tell them. */
  private Predicate<Organisation> responsible(@Nullable String asset, Reader reader) {
    String text = Given.text("asset", asset);
    if (text == null) {
      return any -> true;
    }
    DirectoryEntries now = known.now();
    Set<String> ids;
    try {
      ids = now.whose(text);
    } catch (IllegalArgumentException e) {
      throw new BadParameterException("asset", "'asset': " + e.getMessage() + ".");
    }
    return organisation ->
        ids.contains(organisation.id())
            && SharingPolicy.wholeOrganisation(reader, organisation.id());
  }

  private Revision now(EntityKind kind, String id, String noun) {
    try {
      EntityRef ref = new EntityRef(kind, id);
      return Optional.ofNullable(decisions.now(List.of(ref)).get(ref))
          .orElseThrow(() -> new NotVisibleException(noun));
    } catch (IllegalArgumentException e) {
      throw new NotVisibleException(noun);
    }
  }
}
