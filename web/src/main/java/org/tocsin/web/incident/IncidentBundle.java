package org.tocsin.web.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.IncidentStix;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;
import org.tocsin.model.stix.StixTime;
import org.tocsin.store.Incidents;
import org.tocsin.store.Page;
import org.tocsin.store.StoredIncident;
import org.tocsin.store.StoredObservation;
import org.tocsin.web.problem.NotVisibleException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An incident as a STIX bundle (STIX 2.1 section 8): as it stands, with what people added to it and
 * what was observed of it, the newest of that first, as far as the reader may see each.
 */
public final class IncidentBundle {
  private static final Pattern ID_OR_NUMBER = Pattern.compile("[0-9a-f-]{1,64}");

  /** More observations than that are read page by page, or by TAXII. */
  private static final int MOST_OBSERVATIONS = 1_000;

  private static final int PAGE = 250;

  private final Incidents incidents;

  /** Asks these. */
  public IncidentBundle(Incidents incidents) {
    this.incidents = incidents;
  }

  /**
   * A bundle.
   *
   * @param json the bundle
   * @param complete whether all observations are in it that the reader may see
   */
  public record Bundle(ObjectNode json, boolean complete) {}

  /**
   * The bundle of an incident.
   *
   * @throws NotVisibleException where there is none or the reader may not see it
   */
  public Bundle of(String idOrNumber, Reader reader) {
    SharingFilter filter = SharingPolicy.knowledge(reader);
    if (!ID_OR_NUMBER.matcher(idOrNumber).matches()) {
      throw new NotVisibleException("incident");
    }
    StoredIncident stored =
        incidents.find(idOrNumber, filter).orElseThrow(() -> new NotVisibleException("incident"));
    ObjectNode bundle =
        StixJson.MAPPER.createObjectNode().put("type", "bundle").put("id", "bundle--" + id(stored));
    Filling filling = new Filling(bundle.putArray("objects"));
    filling.add(shown(stored, filter));
    return new Bundle(bundle, observed(stored, filter, filling));
  }

  /** The same for the same version; a bundle has no other meaning (section 8). */
  private static UUID id(StoredIncident stored) {
    return NameBasedId.in(stored.incident().id()).part(StixTime.micros(stored.changed())).id();
  }

  private static List<StixObject> shown(StoredIncident stored, SharingFilter filter) {
    List<StixObject> objects =
        IncidentStix.objects(stored.incident(), stored.tlp(), stored.opened(), stored.changed());
    return filter.admitsWhole(stored.marked()) ? objects : Redaction.of(objects);
  }

  private boolean observed(StoredIncident stored, SharingFilter filter, Filling filling) {
    @Nullable String cursor = null;
    int read = 0;
    Page<StoredObservation> page;
    do {
      page = incidents.observations(stored, filter, cursor, PAGE);
      page.items().forEach(observation -> filling.add(observation.objects()));
      read += page.items().size();
      cursor = page.cursor();
    } while (page.more() && read < MOST_OBSERVATIONS);
    return !page.more();
  }

  /** SCOs that several refer to go in once. */
  private record Filling(ArrayNode objects, Set<String> ids) {
    Filling(ArrayNode objects) {
      this(objects, new HashSet<>());
    }

    void add(List<StixObject> more) {
      for (StixObject object : more) {
        if (ids.add(object.id())) {
          objects.add(object.json());
        }
      }
    }
  }
}
