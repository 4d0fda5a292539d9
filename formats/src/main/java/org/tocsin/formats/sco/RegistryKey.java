package org.tocsin.formats.sco;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key of the Windows registry as STIX 2.1 section 6.17 wants it, its hive written out.
 *
 * @param value the key
 */
public record RegistryKey(String value) {
  private static final Map<String, String> HIVES =
      Map.of(
          "HKLM", "HKEY_LOCAL_MACHINE",
          "HKCC", "HKEY_CURRENT_CONFIG",
          "HKCR", "HKEY_CLASSES_ROOT",
          "HKCU", "HKEY_CURRENT_USER",
          "HKU", "HKEY_USERS");

  /** The schema of STIX 2.1 takes these for short names of hives wherever they stand. */
  private static final Pattern SHORT = Pattern.compile("HKCC|HKCR|HKCU|HKU|hkcc|hkcr|hkcu|hku");

  /** Reads a key; empty where it is none STIX could write. */
  public static Optional<RegistryKey> parse(String text) {
    int slash = text.indexOf('\\');
    int end = slash < 0 ? text.length() : slash;
    String hive = text.substring(0, end).replaceFirst(":$", "").toUpperCase(Locale.ROOT);
    String spelled = HIVES.containsKey(hive) ? HIVES.get(hive) + text.substring(end) : text;
    return spelled.isBlank()
            || SHORT.matcher(spelled).find()
            || spelled.toLowerCase(Locale.ROOT).startsWith("hklm")
        ? Optional.empty()
        : Optional.of(new RegistryKey(spelled));
  }
}
