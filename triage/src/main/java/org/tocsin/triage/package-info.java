/** Makes STIX of raw records and accounts for each of them. */
@NullMarked
package org.tocsin.triage;

import org.jspecify.annotations.NullMarked;
