<?php
// PHP's own web server asks this file about every request: a file of the site is given as it is, everything else is WordPress's.
$asked = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$site = $_SERVER['DOCUMENT_ROOT'];
if ($asked !== '/' && !str_contains($asked, '..') && is_file($site . $asked)) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF'] = '/index.php';
require $site . '/index.php';
