/**
 * Examines a TAXII 2.1 server from outside, rule by rule of the OASIS standard of 10 June 2021.
 * Whose server it is makes no difference.
 */
@NullMarked
package org.tocsin.taxiicheck;

import org.jspecify.annotations.NullMarked;
