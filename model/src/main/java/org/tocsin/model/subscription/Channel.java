package org.tocsin.model.subscription;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tocsin.model.journal.Field;
import org.tocsin.model.sharing.Exit;

/** How what somebody subscribed to is carried to them. Holds no secrets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Channel.Webhook.class, name = "webhook"),
  @JsonSubTypes.Type(value = Channel.Mail.class, name = "mail"),
  @JsonSubTypes.Type(value = Channel.Portal.class, name = "portal")
})
public sealed interface Channel {
  /** As it is written, such as {@code webhook}. */
  String kind();

  /** The way out it is. Mail that is encrypted for whoever reads it is another one. */
  Exit exit();

  /**
   * A signed message to a machine (Standard Webhooks).
   *
   * @param address http or https, with a host, without user information and fragment
   */
  record Webhook(URI address) implements Channel {
    private static final int LONGEST = 2_000;

    /** Throws IllegalArgumentException, naming the field, for what is no such address. */
    public Webhook {
      if (address == null) {
        throw Field.bad("channel.address", "missing");
      }
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("https") || scheme.equals("http");
      if (!web || address.getHost() == null || address.toString().length() > LONGEST) {
        throw Field.bad("channel.address", "an http or https URL with a host");
      }
      if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
        throw Field.bad("channel.address", "a URL without user information and fragment");
      }
    }

    @Override
    public String kind() {
      return "webhook";
    }

    @Override
    public Exit exit() {
      return Exit.WEBHOOK;
    }
  }

  /**
   * Mail.
   *
   * @param address a mail address, its domain in lower case
   * @param attachments whether STIX and CSV are attached
   */
  record Mail(String address, @JsonSetter(nulls = Nulls.AS_EMPTY) boolean attachments)
      implements Channel {
    private static final int LONGEST = 254; // RFC 5321 section 4.5.3.1.3, without the brackets
    private static final Pattern FORM =
        Pattern.compile("[^\\s@<>\",;:\\\\]{1,64}@[^\\s@<>\",;:\\\\.]+(\\.[^\\s@<>\",;:\\\\.]+)+");

    /** Throws IllegalArgumentException, naming the field, for what is no mail address. */
    public Mail {
      address = Field.text("channel.address", address, LONGEST);
      if (!FORM.matcher(address).matches()) {
        throw Field.bad("channel.address", "not an e-mail address");
      }
      int at = address.lastIndexOf('@');
      address = address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    /** The domain it lies in. */
    public String domain() {
      return address.substring(address.lastIndexOf('@') + 1);
    }

    @Override
    public String kind() {
      return "mail";
    }

    @Override
    public Exit exit() {
      return Exit.PLAIN_MAIL;
    }
  }

  /** A page in the console. */
  record Portal() implements Channel {
    @Override
    public String kind() {
      return "portal";
    }

    @Override
    public Exit exit() {
      return Exit.PERSON;
    }
  }
}
