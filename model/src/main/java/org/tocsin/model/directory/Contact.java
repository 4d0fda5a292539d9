package org.tocsin.model.directory;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Field;

/**
 * How an organisation is reached.
 *
 * @param name a person, a desk or a team
 * @param role what they do, such as {@code duty officer}; null where that is not said
 * @param email e-mail address, null where there is none
 * @param phone telephone number as people write it, null where there is none
 * @param languages the languages they speak, as BCP 47 tags such as {@code fr}
 * @param hours when they answer, as people write it, such as {@code 24/7}; null where not said
 * @param published whether everybody who may sign in sees it, not only the organisation itself and
 *     the node's team
 */
public record Contact(
    String name,
    @Nullable String role,
    @Nullable String email,
    @Nullable String phone,
    List<String> languages,
    @Nullable String hours,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean published) {
  private static final int LONGEST = 200;
  private static final int LONGEST_EMAIL = 254; // RFC 5321 section 4.5.3.1.3, without the brackets
  private static final int MOST_LANGUAGES = 20;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\",;:\\\\]{1,64}@[^\\s@<>\",;:\\\\.]+(\\.[^\\s@<>\",;:\\\\.]+)+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,38}");

  /** Throws IllegalArgumentException, naming the field, for one that reaches nobody. */
  public Contact {
    name = Field.text("name", name, LONGEST);
    role = Field.optional("role", role, LONGEST);
    email = Field.optional("email", email, LONGEST_EMAIL);
    phone = Field.optional("phone", phone, LONGEST);
    hours = Field.optional("hours", hours, LONGEST);
    languages =
        Field.list("languages", languages, MOST_LANGUAGES).stream().map(Contact::language).toList();
    if (email != null && !EMAIL.matcher(email).matches()) {
      throw Field.bad("email", "not an e-mail address");
    }
    if (phone != null && !PHONE.matcher(phone).matches()) {
      throw Field.bad("phone", "digits, with + before and ( ) . / - between");
    }
    if (email == null && phone == null) {
      throw Field.bad("email", "an e-mail address or a phone number is needed");
    }
  }

  /** RFC 5646; {@code und} is what the JDK makes of what is none. */
  private static String language(String tag) {
    Locale locale = Locale.forLanguageTag(tag.strip());
    if (locale.getLanguage().isEmpty()) {
      throw Field.bad("languages", "'" + tag + "' is no language tag, such as fr or pt-BR");
    }
    return locale.toLanguageTag();
  }
}
