"""Where everything meets: settings, addresses, navigation, home pages. Imported by nobody."""
