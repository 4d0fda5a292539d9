package org.tocsin.model.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A part of the net an organisation answers for. Written down as one text, whose form says which
 * kind it is: {@code AS3215}, {@code 192.0.2.0/24}, {@code example.org}, {@code FR}.
 */
public sealed interface NetworkAsset permits Asn, Cidr, Domain, CountryCode {
  /** The one way it is written. */
  @JsonValue
  String text();

  /**
   * Reads an asset: {@code AS} and a number; an address or a block in CIDR notation; two letters, a
   * dot before them or not, for a country; anything else as a domain name.
   *
   * @throws IllegalArgumentException where it is none; the message is fit for the client
   */
  @JsonCreator
  static NetworkAsset parse(String text) {
    String plain = text.strip();
    if (Form.ASN.matcher(plain).matches()) {
      return Asn.parse(plain);
    }
    if (Form.COUNTRY.matcher(plain).matches()) {
      return CountryCode.parse(plain);
    }
    return Form.ADDRESS.matcher(plain).matches() ? Cidr.parse(plain) : Domain.parse(plain);
  }

  /** What tells the kinds apart. */
  final class Form {
    private static final Pattern ASN = Pattern.compile("(?i)AS[0-9]+");
    private static final Pattern COUNTRY = Pattern.compile("\\.?[A-Za-z]{2}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9./]+|.*[:/].*");

    private Form() {}
  }
}
