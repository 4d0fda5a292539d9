package org.tocsin.alerts.taxii;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.tocsin.model.stix.StixJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an envelope (TAXII 2.1 section 3.7) from a request, without changing a byte of it. */
final class EnvelopeBody {
  private final int most;

  /**
   * Of at most that many bytes.
   *
   * @param most what the API root tells as {@code max_content_length}
   */
  EnvelopeBody(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  /**
   * The bytes.
   *
   * @param length the length that was announced, negative where none was
   * @throws TaxiiException where there are too many, or it is no envelope with objects
   */
  byte[] read(InputStream in, long length) throws IOException {
    if (length > most) {
      throw tooLarge();
    }
    byte[] body = in.readNBytes(most + 1);
    if (body.length > most) {
      throw tooLarge();
    }
    if (!holdsObjects(body)) {
      throw unreadable("'objects' must be a list with at least one object.");
    }
    return body;
  }

  private static boolean holdsObjects(byte[] body) {
    boolean found = false;
    try (JsonParser json = StixJson.MAPPER.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable("It is no JSON object.");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean objects = json.currentName().equals("objects");
        JsonToken value = json.nextToken();
        found |= objects && value == JsonToken.START_ARRAY && areObjects(json);
        json.skipChildren();
      }
      if (json.nextToken() != null) {
        throw unreadable("Something follows its end.");
      }
      return found;
    } catch (JacksonException e) {
      throw unreadable("It is not well-formed JSON.");
    }
  }

  /** Steps through the list; true where it holds nothing but objects, and at least one. */
  private static boolean areObjects(JsonParser json) {
    int count = 0;
    for (JsonToken item = json.nextToken();
        item != JsonToken.END_ARRAY;
        item = json.nextToken(), count++) {
      if (item != JsonToken.START_OBJECT) {
        throw unreadable("'objects' holds something that is no object.");
      }
      json.skipChildren();
    }
    return count > 0;
  }

  private static TaxiiException unreadable(String why) {
    return new TaxiiException(HttpStatus.BAD_REQUEST, "Not an envelope", why);
  }

  private TaxiiException tooLarge() {
    return new TaxiiException(
        HttpStatus.CONTENT_TOO_LARGE,
        "The envelope is too large",
        "At most " + most + " bytes are taken at once; send the objects in several envelopes.");
  }
}
