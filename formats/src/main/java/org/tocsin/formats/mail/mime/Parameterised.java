package org.tocsin.formats.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;

/**
 * A field that is a value with parameters, such as Content-Type (RFC 2045 section 5.1, RFC 2231).
 *
 * @param value in lower case, without parameters
 * @param parameters by name in lower case
 */
record Parameterised(String value, Map<String, String> parameters) {
  static final Parameterised NOTHING = new Parameterised("", Map.of());

  static Parameterised parse(String text) {
    ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, text);
    RawBody body = RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
    MimeParameterMapping continued = new MimeParameterMapping();
    Map<String, String> plain = new HashMap<>();
    for (NameValuePair pair : body.getParams()) {
      if (pair.getName() != null && pair.getValue() != null) {
        String name = pair.getName().toLowerCase(Locale.ROOT);
        if (name.indexOf('*') >= 0) {
          addContinued(continued, name, pair.getValue());
        } else {
          plain.putIfAbsent(name, MailText.decodedWords(pair.getValue()));
        }
      }
    }
    plain.putAll(continued.getParameters());
    String value = body.getValue() == null ? "" : body.getValue();
    return new Parameterised(value.strip().toLowerCase(Locale.ROOT), Map.copyOf(plain));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  private static void addContinued(MimeParameterMapping mapping, String name, String value) {
    try {
      mapping.addParameter(name, value);
    } catch (RuntimeException e) {
      // an unknown character set or a broken escape: the parameter says nothing then
    }
  }
}
