package org.tocsin.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.tocsin.outward.Failure;
import org.tocsin.outward.FetchFailedException;
import org.tocsin.outward.Fetched;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an envelope says of itself (TAXII 2.1 section 3.7), read without holding its objects.
 *
 * @param empty whether there is no object in it
 * @param more whether there are more
 * @param next what to ask for the next page with, null for none
 */
record TaxiiPage(boolean empty, boolean more, @Nullable String next) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static TaxiiPage of(Fetched fetched) {
    try (InputStream in = fetched.open();
        JsonParser parser = JSON.createParser(in)) {
      return read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("a fetched file can not be read", e);
    } catch (JacksonException e) {
      throw new FetchFailedException(Failure.UNREADABLE, "It is no envelope of TAXII 2.1.", e);
    }
  }

  private static TaxiiPage read(JsonParser parser) {
    boolean empty = true;
    boolean more = false;
    String next = null;
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new FetchFailedException(Failure.UNREADABLE, "It is no envelope of TAXII 2.1.");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "more" -> more = value == JsonToken.VALUE_TRUE;
        case "next" -> next = value == JsonToken.VALUE_STRING ? parser.getString() : null;
        case "objects" -> empty = isEmpty(parser);
        default -> parser.skipChildren();
      }
    }
    return new TaxiiPage(empty, more, next);
  }

  private static boolean isEmpty(JsonParser parser) {
    boolean empty = true;
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        empty = false;
        parser.skipChildren();
      }
    }
    return empty;
  }
}
