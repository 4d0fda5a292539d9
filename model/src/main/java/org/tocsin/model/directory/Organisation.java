package org.tocsin.model.directory;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Field;
import org.tocsin.model.tlp.Tlp;

/**
 * An organisation of the directory.
 *
 * @param id short and for ever, such as {@code cert-fr}; what the claim {@code organisation} of its
 *     people holds
 * @param name as it calls itself
 * @param kind what it is to the node
 * @param country ISO 3166-1 alpha-2, null where it belongs to none
 * @param contacts how it is reached, the first one first
 * @param keys what to encrypt to it with
 * @param assets the networks and names it is responsible for
 * @param identities the user names and client ids that speak for it
 * @param ceiling the strictest level it is ever given, null where the sharing policy alone decides
 * @param retired whether it is out of the directory; kept for what was decided while it was in
 */
public record Organisation(
    String id,
    String name,
    OrganisationKind kind,
    @Nullable String country,
    List<Contact> contacts,
    List<KeyText> keys,
    List<NetworkAsset> assets,
    List<String> identities,
    @Nullable Tlp ceiling,
    boolean retired)
    implements Entity {
  /** The most assets of one organisation. */
  public static final int MOST_ASSETS = 10_000;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_IDENTITY = 255;
  private static final int MOST_CONTACTS = 100;
  private static final int MOST_KEYS = 20;
  private static final int MOST_IDENTITIES = 1_000;
  private static final Set<String> COUNTRIES =
      Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

  /** Throws IllegalArgumentException, naming the field, for what cannot be. */
  public Organisation {
    id = ref(id).id();
    name = Field.text("name", name, LONGEST_NAME);
    if (kind == null) {
      throw Field.bad("kind", "missing");
    }
    country = country(country);
    contacts = Field.list("contacts", contacts, MOST_CONTACTS);
    keys = Field.list("keys", keys, MOST_KEYS);
    Field.requireDistinct("keys", keys, KeyText::fingerprint);
    assets = Field.list("assets", assets, MOST_ASSETS);
    Field.requireDistinct("assets", assets, NetworkAsset::text);
    identities =
        Field.list("identities", identities, MOST_IDENTITIES).stream()
            .map(identity -> Field.text("identities", identity, LONGEST_IDENTITY))
            .toList();
    Field.requireDistinct("identities", identities, identity -> identity);
  }

  /** Names an organisation; throws IllegalArgumentException for what is no id. */
  public static EntityRef ref(String id) {
    return new EntityRef(EntityKind.ORGANISATION, id);
  }

  @Override
  public EntityRef ref() {
    return ref(id);
  }

  /** Whether that person or machine speaks for it. */
  public boolean isSpokenForBy(String identity) {
    return identities.contains(identity);
  }

  /** The part of it that everybody may see who may sign in. */
  public Organisation publicPart() {
    return new Organisation(
        id,
        name,
        kind,
        country,
        contacts.stream().filter(Contact::published).toList(),
        keys.stream().map(KeyText::withoutNote).toList(),
        List.of(),
        List.of(),
        null,
        retired);
  }

  /** The same, out of the directory. */
  Organisation retire() {
    return new Organisation(
        id, name, kind, country, contacts, keys, assets, identities, ceiling, true);
  }

  private static @Nullable String country(@Nullable String country) {
    String text = Field.optional("country", country, 2);
    if (text == null) {
      return null;
    }
    String code = text.toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(code)) {
      throw Field.bad("country", "not a country of ISO 3166-1 alpha-2");
    }
    return code;
  }
}
