/** How what a mail says of people is kept. */
@NullMarked
package org.tocsin.formats.mail.fields;

import org.jspecify.annotations.NullMarked;
