/** Warnings by mail: text and HTML, signed and, where the recipient's key is known, encrypted. */
@NullMarked
package org.tocsin.alerts.mail;

import org.jspecify.annotations.NullMarked;
