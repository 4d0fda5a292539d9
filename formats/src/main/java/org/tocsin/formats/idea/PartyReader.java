package org.tocsin.formats.idea;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.formats.record.JsonValues;
import org.tocsin.formats.sco.EmailAddress;
import org.tocsin.formats.sco.Hashes;
import org.tocsin.formats.sco.MacAddress;
import org.tocsin.formats.sco.ScoSet;
import org.tocsin.formats.sco.Side;
import org.tocsin.formats.sco.WebAddress;
import tools.jackson.databind.JsonNode;

/**
 * One source or target of an event. What is not what its field says stays a field of the record.
 */
final class PartyReader {
  /** An event that names more keeps the others as fields. */
  private static final int MOST = 1_000;

  private PartyReader() {}

  /** Whether more may be added. */
  static boolean hasRoom(ScoSet scos) {
    return scos.ids().size() < MOST;
  }

  /**
   * Adds what it says to the set.
   *
   * @param all the side of which it is a part
   * @return ids of its addresses, names, URLs and autonomous systems
   */
  static Set<String> read(JsonNode party, Side all, ScoSet scos) {
    Side own = new Side(scos);
    addresses(party, all, own, scos);
    for (String field : List.of("Hostname", "PTR")) {
      for (String name : JsonValues.texts(party, field)) {
        if (all.name(name)) {
          own.name(name);
        }
      }
    }
    own.relate();
    JsonValues.texts(party, "Port").forEach(all::port);
    for (String text : some(party, "URL", scos)) {
      if (WebAddress.parse(text).isPresent()) {
        own.url(text);
      } else if (all.name(text)) {
        own.name(text);
      }
    }
    for (String text : some(party, "Email", scos)) {
      EmailAddress.parse(text).ifPresent(scos::emailAddress);
    }
    for (String text : some(party, "MAC", scos)) {
      MacAddress.parse(text).ifPresent(scos::macAddress);
    }
    attachedHashes(party, scos);
    return own.own();
  }

  /** Adds a hash written as {@code algorithm:digits}; one that is none is passed over. */
  static void addHash(String text, Hashes hashes) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String digits = text.substring(colon + 1);
    switch (name) {
      case "md5" -> hashes.add(Hashes.Algorithm.MD5, digits);
      case "sha1", "sha-1" -> hashes.add(Hashes.Algorithm.SHA_1, digits);
      case "sha256", "sha-256" -> hashes.add(Hashes.Algorithm.SHA_256, digits);
      case "sha512", "sha-512" -> hashes.add(Hashes.Algorithm.SHA_512, digits);
      default -> {}
    }
  }

  private static List<String> some(JsonNode party, String field, ScoSet scos) {
    List<String> texts = JsonValues.texts(party, field);
    return texts.subList(0, Math.clamp(MOST - scos.ids().size(), 0, texts.size()));
  }

  private static void addresses(JsonNode party, Side all, Side own, ScoSet scos) {
    for (String field : List.of("IP4", "IP6")) {
      for (String text : JsonValues.texts(party, field)) {
        for (String network : AddressRange.networks(text)) {
          if (all.address(network) != null) {
            own.address(network);
          }
        }
      }
    }
    List<String> systems = some(party, "ASN", scos);
    boolean clear = systems.size() == 1 && !own.addresses().isEmpty();
    for (String system : systems) {
      if (clear) {
        own.addresses().forEach(address -> own.autonomousSystem(address, system));
      } else {
        own.autonomousSystem(null, system);
      }
    }
  }

  /** Each is the hash of a file of its own. */
  private static void attachedHashes(JsonNode party, ScoSet scos) {
    for (String text : some(party, "AttachedHash", scos)) {
      Hashes hashes = new Hashes();
      addHash(text, hashes);
      if (!hashes.isEmpty()) {
        scos.file(hashes);
      }
    }
  }
}
