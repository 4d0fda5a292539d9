package org.tocsin.store.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.report.Observation;
import org.tocsin.model.report.PlacedFact;
import org.tocsin.model.report.Slot;
import org.tocsin.model.report.StixVersion;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.document.Header;
import org.tocsin.store.document.ObjectDocument;
import org.tocsin.store.document.ObservationDocument;
import org.tocsin.store.index.Layout;
import org.tocsin.store.index.Names;
import org.tocsin.store.index.View;
import tools.jackson.databind.node.ObjectNode;

/** What the two kinds of facts do differently when they are written. */
sealed interface Form {

  static Form of(PlacedFact fact) {
    return switch (fact.accepted().fact()) {
      case Observation observation ->
          new OfObservation(observation, fact.incident(), fact.isListed());
      case StixVersion version -> new OfVersion(version, fact.incident());
    };
  }

  /** The document's id: what the fact is. */
  String id();

  Tlp tlp();

  /** The index it belongs in. */
  String index(Layout layout);

  /** The document of a fact that is not there yet. */
  byte[] document(Header header, Slot writer);

  /** The document that takes the place of a stored one, with our content or the stored one's. */
  byte[] rewritten(ObjectNode stored, Header header, Slot writer, boolean ourContent);

  /** Whether a stored document of that id holds something else. */
  boolean isOther(ObjectNode stored);

  record OfObservation(Observation observation, @Nullable UUID incident, boolean isListed)
      implements Form {
    @Override
    public String id() {
      return observation.contentId().toString();
    }

    @Override
    public Tlp tlp() {
      return observation.tlp();
    }

    @Override
    public String index(Layout layout) {
      return layout.observations(isListed ? Names.LISTED : layout.partOf(observation.observedAt()));
    }

    @Override
    public byte[] document(Header header, Slot writer) {
      return ObservationDocument.own(header, observation, incident).json();
    }

    @Override
    public byte[] rewritten(ObjectNode stored, Header header, Slot writer, boolean ourContent) {
      return ourContent
          ? document(header, writer)
          : ObservationDocument.read(stored).under(header).json();
    }

    @Override
    public boolean isOther(ObjectNode stored) {
      return false; // the id is made of the content
    }
  }

  record OfVersion(StixVersion version, @Nullable UUID incident) implements Form {
    @Override
    public String id() {
      return version.versionId().toString();
    }

    @Override
    public Tlp tlp() {
      return version.tlp();
    }

    @Override
    public String index(Layout layout) {
      return layout.index(View.OBJECTS);
    }

    @Override
    public byte[] document(Header header, Slot writer) {
      return ObjectDocument.of(header, writer, version, incident).json();
    }

    @Override
    public byte[] rewritten(ObjectNode stored, Header header, Slot writer, boolean ourContent) {
      return replacing(stored, header, writer, ourContent).json();
    }

    ObjectDocument replacing(ObjectNode stored, Header header, Slot writer, boolean ourContent) {
      ObjectDocument known = ObjectDocument.read(stored);
      return ourContent
          ? known.rewritten(header, writer, version, incident)
          : known.rewritten(header, writer);
    }

    @Override
    public boolean isOther(ObjectNode stored) {
      return !version.contentHash().equals(stored.path("content_hash").asString(""));
    }
  }
}
